/** Submits its form as soon as something is chosen, and hides the button that did it before. Typing waits for Enter, as ever. */
export class FilterForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const button = form?.querySelector<HTMLElement>("button[type=submit]");
    if (!form || !button) return;
    button.hidden = true;
    form.addEventListener("change", (event) => {
      const { target } = event;
      if (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && isChoice(target))) {
        form.requestSubmit(button);
      }
    });
  }
}

const isChoice = ({ type }: HTMLInputElement) => type === "checkbox" || type === "radio";
