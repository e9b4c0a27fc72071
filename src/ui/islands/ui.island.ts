import { ConfirmButton } from "./confirm-button.ts";
import { CopyButton } from "./copy-button.ts";
import { DialogLink } from "./dialog-link.ts";
import { FilterForm } from "./filter-form.ts";
import { ThemeSwitch } from "./theme-switch.ts";

/** The small comforts of every inner page: each of them has worked before this file arrives. */
customElements.define("filter-form", FilterForm);
customElements.define("confirm-button", ConfirmButton);
customElements.define("copy-button", CopyButton);
customElements.define("theme-switch", ThemeSwitch);
customElements.define("dialog-link", DialogLink);
