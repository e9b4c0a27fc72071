/** Asks once more before its button submits: the first press changes the words to `ask`, the second one within six seconds acts. */
export class ConfirmButton extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const ask = this.getAttribute("ask");
    if (!button || !ask) return;
    const words = button.textContent;
    let armed = false;
    const disarm = () => {
      armed = false;
      button.textContent = words;
    };
    button.addEventListener("click", (event) => {
      if (armed) return;
      event.preventDefault();
      armed = true;
      button.textContent = ask;
      setTimeout(disarm, 6000);
    });
    button.addEventListener("blur", disarm);
  }
}
