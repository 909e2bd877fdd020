// Suggestions under a search box: a combobox with a listbox, as the ARIA
// Authoring Practices describe it. Choosing a suggestion goes to its address.
export function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = input.id + "-suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.label);
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
  })) input.setAttribute(name, value);

  const names = JSON.parse(input.dataset.kinds);
  let at = -1;
  let asked = null;
  let timer = 0;

  function close() {
    clearTimeout(timer);
    asked?.abort();
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    asked?.abort();
    const text = input.value.trim();
    if (!text) return close();
    asked = new AbortController();
    try {
      const url = input.dataset.suggest + "?" + new URLSearchParams({ q: text, limit: 10 });
      const response = await fetch(url, { signal: asked.signal });
      if (!response.ok) return close();
      fill((await response.json()).suggestions);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function fill(suggestions) {
    at = -1;
    list.replaceChildren(...suggestions.map(option));
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
  }

  function option(suggestion, i) {
    const item = document.createElement("li");
    item.id = `${list.id}-${i}`;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.kind = suggestion.kind;
    item.dataset.value = suggestion.value;
    for (const [name, text] of [["what", names[suggestion.kind] ?? suggestion.kind], ["", suggestion.text], ["n", suggestion.count || ""]]) {
      const part = document.createElement("span");
      part.className = name;
      part.textContent = text;
      item.append(part);
    }
    item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(item); });
    return item;
  }

  function choose(item) {
    const url = new URL(location.href);
    url.searchParams.delete("cursor");
    if (item.dataset.kind === "word") {
      url.searchParams.set("q", item.dataset.value);
    } else {
      url.searchParams.delete("q");
      url.searchParams.append(item.dataset.kind, item.dataset.value);
    }
    location.assign(url);
  }

  function move(step) {
    clearTimeout(timer); // what is chosen from must not change meanwhile
    asked?.abort();
    const items = [...list.children];
    items[at]?.setAttribute("aria-selected", "false");
    at = (at + step + items.length + 1) % (items.length + 1);
    const item = items[at];
    if (!item) {
      at = -1;
      return input.removeAttribute("aria-activedescendant");
    }
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", item.id);
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : (at === -1 ? list.children.length : -1));
    }
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); choose(list.children[at]); }
  });
}
