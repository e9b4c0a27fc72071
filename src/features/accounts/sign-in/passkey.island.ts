import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";

type Creation = PublicKeyCredentialCreationOptionsJSON;
type Request = PublicKeyCredentialRequestOptionsJSON;

/**
 * Around a form with an empty field `answer`: before it is sent, the house is asked for its question (`question`) and the browser's
 * key answers it. `make` makes a new key, otherwise one that is there signs.
 */
class PasskeyForm extends HTMLElement {
  connectedCallback() {
    const form = this.querySelector("form");
    const answer = this.querySelector<HTMLInputElement>('input[name="answer"]');
    const said = this.querySelector<HTMLElement>("[data-said]");
    if (!form || !answer || !said) return;
    if (!browserSupportsWebAuthn()) {
      said.textContent = this.getAttribute("none");
      said.hidden = false;
      return;
    }
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      if (answer.value !== "") return;
      event.preventDefault();
      said.hidden = true;
      try {
        answer.value = JSON.stringify(await this.#answer(new FormData(form)));
        form.submit();
      } catch {
        said.textContent = this.getAttribute("cancelled");
        said.hidden = false;
      }
    });
  }

  async #answer(form: FormData) {
    const csrf = String(form.get("csrf") ?? "");
    const response = await fetch(this.getAttribute("question")!, {
      method: "POST",
      body: new URLSearchParams({ csrf }),
    });
    if (!response.ok) throw new Error("The house asked nothing.");
    const optionsJSON: unknown = await response.json();
    return this.hasAttribute("make")
      ? startRegistration({ optionsJSON: optionsJSON as Creation })
      : startAuthentication({ optionsJSON: optionsJSON as Request });
  }
}

customElements.define("passkey-form", PasskeyForm);
