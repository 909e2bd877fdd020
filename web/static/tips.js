// Details of the tags under the pointer or the focus: a copy of their entries in
// the side list. Escape puts it away; the pointer may go into it (WCAG 1.4.13).
export function tips(text) {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  let shown = null;
  let timer = 0;

  function hidden(ref) {
    const kind = document.getElementById(ref)?.classList[0];
    return document.getElementById("show-" + kind)?.checked === false;
  }

  function show(tag) {
    clearTimeout(timer);
    const refs = tag.dataset.refs.split(" ").filter((ref) => !hidden(ref));
    tip.replaceChildren(...refs.flatMap(entry));
    if (!tip.childNodes.length) return hide();
    shown?.removeAttribute("aria-describedby");
    shown = tag;
    tag.setAttribute("aria-describedby", "tip");
    tip.hidden = false;
    place(tag);
  }

  function entry(ref) {
    const detail = document.querySelector(`#${CSS.escape(ref)} .detail`);
    if (!detail) return [];
    const title = document.createElement("h3");
    title.textContent = detail.dataset.title;
    const copy = detail.cloneNode(true);
    copy.className = "facts";
    return [title, copy];
  }

  function place(tag) {
    const box = tag.getClientRects()[0];
    const width = tip.offsetWidth;
    const left = Math.min(Math.max(8, box.left), document.documentElement.clientWidth - width - 8);
    const below = box.bottom + 6 + tip.offsetHeight < innerHeight || box.top < tip.offsetHeight + 12;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? box.bottom + 6 : box.top - tip.offsetHeight - 6) + scrollY}px`;
  }

  function hide() {
    tip.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  }

  const later = () => { timer = setTimeout(hide, 150); };
  const on = (event) => {
    const tag = event.target.closest?.("a.tag");
    if (tag) show(tag);
  };
  text.addEventListener("mouseover", on);
  text.addEventListener("focusin", on);
  text.addEventListener("mouseout", later);
  text.addEventListener("focusout", later);
  tip.addEventListener("mouseenter", () => clearTimeout(timer));
  tip.addEventListener("mouseleave", later);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}
