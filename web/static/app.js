// Everything here is an addition: each page works without it.
import { suggest } from "./suggest.js";
import { brush } from "./brush.js";
import { tips } from "./tips.js";
import { copyButtons, savePNG, toggles, shortcuts } from "./small.js";

for (const input of document.querySelectorAll("input[data-suggest]")) suggest(input);
for (const chart of document.querySelectorAll("svg[data-brush]")) brush(chart);
for (const text of document.querySelectorAll("#text")) tips(text);
copyButtons(document);
savePNG(document);
toggles(document);
shortcuts(document);
