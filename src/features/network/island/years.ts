/** Gives the two year fields of the filter form a slider each: moving shows at once, letting go asks the server. */
export function slidersFor(form: HTMLFormElement, moving: (from: number | null, to: number | null) => void) {
  const fields = (["from", "to"] as const).map((name) => form.elements.namedItem(name));
  const [from, to] = fields;
  if (!(from instanceof HTMLInputElement) || !(to instanceof HTMLInputElement)) return;
  const place = document.createElement("div");
  place.className = "year-range";
  const sliders = [from, to].map((field, i) => {
    const slider = document.createElement("input");
    slider.type = "range";
    slider.min = field.min;
    slider.max = field.max;
    slider.step = "1";
    slider.value = field.value || (i === 0 ? field.min : field.max);
    slider.setAttribute("aria-label", field.labels?.[0]?.textContent ?? field.name);
    slider.addEventListener("input", () => {
      const atEnd = slider.value === (i === 0 ? slider.min : slider.max);
      field.value = atEnd ? "" : slider.value;
      moving(numberIn(from), numberIn(to));
    });
    slider.addEventListener("change", () => form.requestSubmit());
    field.addEventListener("change", () => {
      slider.value = field.value || (i === 0 ? field.min : field.max);
    });
    return slider;
  });
  place.append(...sliders);
  from.closest(".row")?.append(place);
}

const numberIn = (field: HTMLInputElement) => (field.value === "" ? null : Number(field.value));
