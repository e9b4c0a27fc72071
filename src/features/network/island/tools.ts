import type { Stage } from "./stage.ts";

interface Words {
  in: string;
  out: string;
  whole: string;
  find: string;
  none: string;
  keys: string;
}

/** Buttons and the box to jump to an actor, above the drawing. */
export function toolsFor(
  stage: Stage,
  words: Words,
): { element: HTMLElement; find: HTMLInputElement; refresh: () => void } {
  const element = document.createElement("div");
  element.className = "tools";
  const find = document.createElement("input");
  find.type = "search";
  find.placeholder = words.find;
  find.setAttribute("aria-label", words.find);
  find.setAttribute("list", "network-names");
  const names = document.createElement("datalist");
  names.id = "network-names";
  const keys = document.createElement("small");
  keys.id = "network-keys";
  keys.textContent = words.keys;

  find.addEventListener("input", () => jump(false));
  find.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      jump(true);
    }
  });
  element.append(
    find,
    names,
    button("+", words.in, "in"),
    button("−", words.out, "out"),
    button("", words.whole, "whole"),
    keys,
  );

  /** A name taken from the list is enough; typed words find the first name that holds them once Enter is pressed. */
  function jump(insist: boolean) {
    const typed = fold(find.value);
    find.setCustomValidity("");
    if (!typed) return;
    const all = stage.names();
    const found =
      all.find(({ name }) => fold(name) === typed) ??
      (insist ? all.find(({ name }) => fold(name).includes(typed)) : undefined);
    if (found) stage.choose(found.slug, "look");
    else if (insist) {
      find.setCustomValidity(words.none);
      find.reportValidity();
    }
  }

  function button(sign: string, label: string, how: "in" | "out" | "whole") {
    const it = document.createElement("button");
    it.type = "button";
    it.className = "btn";
    if (sign) it.textContent = sign;
    else it.append(frameSign());
    it.title = label;
    it.setAttribute("aria-label", label);
    it.addEventListener("click", () => stage.zoom(how));
    return it;
  }

  const refresh = () =>
    names.replaceChildren(
      ...stage.names().map(({ name }) => {
        const option = document.createElement("option");
        option.value = name;
        return option;
      }),
    );
  refresh();
  return { element, find, refresh };
}

/** Four corners: everything in the frame. */
function frameSign(): SVGElement {
  const sign = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({
    viewBox: "0 0 16 16",
    width: "14",
    height: "14",
    "aria-hidden": "true",
  }))
    sign.setAttribute(name, value);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", "M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4");
  path.setAttribute("fill", "none");
  path.setAttribute("stroke", "currentColor");
  path.setAttribute("stroke-width", "1.75");
  sign.append(path);
  return sign;
}

const fold = (text: string) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").trim();
