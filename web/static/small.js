// Small helps that need no module of their own.

// copyButtons shows the buttons that copy the value of a field.
export function copyButtons(root) {
  for (const button of root.querySelectorAll("[data-copy]")) {
    const field = root.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(field.value);
      } catch {
        field.select();
        document.execCommand("copy");
      }
      button.textContent = button.dataset.done;
    });
  }
}

// savePNG shows the buttons that draw an SVG of this server at double size and save it.
export function savePNG(root) {
  for (const button of root.querySelectorAll("[data-png]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const image = new Image();
      image.src = button.dataset.png;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth * 2;
      canvas.height = image.naturalHeight * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => {
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = button.dataset.file;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
      });
    });
  }
}

// toggles keeps the state of the tag toggles in the address.
export function toggles(root) {
  const boxes = [...root.querySelectorAll(".toggles input[name=show]")];
  for (const box of boxes) {
    box.addEventListener("change", () => {
      const url = new URL(location.href);
      url.searchParams.delete("hide");
      const hidden = boxes.filter((b) => !b.checked).map((b) => b.value);
      for (const kind of hidden.length ? hidden : ["none"]) url.searchParams.append("hide", kind);
      history.replaceState(null, "", url);
    });
  }
}

// shortcuts: "/" goes to the search box, j and k go along the hits.
export function shortcuts(root) {
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
    if (event.key === "/") {
      const box = root.querySelector("input[type=search]");
      if (box) {
        event.preventDefault();
        box.focus();
        box.select();
      }
    } else if (event.key === "j" || event.key === "k") {
      const links = [...root.querySelectorAll(".hits h2 a")];
      const at = links.indexOf(document.activeElement);
      links[Math.max(0, at + (event.key === "j" ? 1 : -1))]?.focus();
    }
  });
}
