// Choosing a span of years by dragging over the histogram. The bars themselves
// are links, and two fields beside them do the same by keyboard.
export function brush(chart) {
  const form = chart.closest("form");
  const bars = [...chart.querySelectorAll("[data-year]")];
  const shade = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  shade.setAttribute("class", "brush");
  shade.setAttribute("y", "0");
  shade.setAttribute("height", chart.viewBox.baseVal.height);
  shade.setAttribute("width", "0");
  chart.append(shade);
  let from = null;
  let moved = false;

  function barAt(event) {
    const x = event.clientX;
    return bars.find((bar) => x <= bar.getBoundingClientRect().right) ?? bars[bars.length - 1];
  }

  function mark(to) {
    const ends = [from, to].map((bar) => bar.querySelector(".hot"));
    const left = Math.min(...ends.map((r) => r.x.baseVal.value));
    const right = Math.max(...ends.map((r) => r.x.baseVal.value + r.width.baseVal.value));
    shade.setAttribute("x", left);
    shade.setAttribute("width", right - left);
  }

  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = barAt(event);
    moved = false;
  });
  chart.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = barAt(event);
    if (to === from && !moved) return;
    moved = true;
    chart.setPointerCapture(event.pointerId);
    mark(to);
  });
  chart.addEventListener("pointerup", (event) => {
    if (from && moved) {
      const years = [from, barAt(event)].map((bar) => Number(bar.dataset.year)).sort((a, b) => a - b);
      form.elements.year_from.value = years[0];
      form.elements.year_to.value = years[1];
      form.requestSubmit();
    }
    from = null;
  });
  chart.addEventListener("pointercancel", () => { from = null; shade.setAttribute("width", "0"); });
  chart.addEventListener("click", (event) => { if (moved) event.preventDefault(); }, true);
  chart.addEventListener("dragstart", (event) => event.preventDefault());
}
