/** Changes the colours at once and tells the server behind the reader's back, so that the next page has them from the start. */
export class ThemeSwitch extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    form?.addEventListener("submit", (event) => {
      const { submitter } = event;
      if (!(submitter instanceof HTMLButtonElement)) return;
      event.preventDefault();
      const { value } = submitter;
      if (value === "system") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = value;
      for (const button of form.querySelectorAll("button")) {
        button.setAttribute("aria-pressed", String(button === submitter));
      }
      const body = new URLSearchParams();
      for (const [name, entry] of new FormData(form, submitter)) body.append(name, String(entry));
      void fetch(form.action, { method: "POST", body, redirect: "manual" });
    });
  }
}
