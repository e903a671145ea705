import { hasInvisible } from '../commands/invisible.ts';
import { isAllowed, isRisky } from '../commands/value-form.ts';
import { keepValues, keptValues } from './placeholder-values.ts';

/** The fields for the reader's own values. One edit changes every use on the page and in what is copied. */
export class PlaceholderPanel extends HTMLElement {
  /** The values, for as long as the page lives; the copy buttons ask for them. */
  readonly values = new Map<string, string>();

  connectedCallback(): void {
    const fields = [...this.querySelectorAll<HTMLInputElement>('input[name]')];
    const remember = this.querySelector<HTMLInputElement>('input[type=checkbox]')!;
    const kept = keptValues();
    remember.checked = kept !== undefined;
    for (const field of fields) {
      field.value = kept?.[field.name] ?? '';
      this.apply(field);
      field.addEventListener('input', () => {
        this.apply(field);
        if (remember.checked) keepValues(this.values);
      });
    }
    remember.addEventListener('change', () => {
      keepValues(remember.checked ? this.values : undefined);
    });
    document.addEventListener('click', leadToField);
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.downloads a[download]')) {
      link.addEventListener('click', (event) => {
        if (this.values.size === 0) return;
        event.preventDefault();
        void downloadFilled(link, this.values);
      });
    }
  }

  /** Puts a field's value in place of its placeholder, or says why not. */
  private apply(field: HTMLInputElement): void {
    const { values } = this;
    const { name, value } = field;
    const { risky } = VALUE_TEXTS;
    const allowed = value === '' || isAllowed(value, field.dataset['pattern']);
    field.ariaInvalid = String(!allowed);
    const fault = document.getElementById(`fault-${name}`)!;
    fault.textContent = !allowed ? refusal(field) : value !== '' && isRisky(value) ? risky : '';
    if (allowed && value !== '') values.set(name, value);
    else values.delete(name);
    for (const use of document.querySelectorAll<HTMLElement>(`.placeholder[data-name="${name}"]`)) {
      use.textContent = values.get(name) ?? `{{${name}}}`;
      use.classList.toggle('filled', values.has(name));
    }
  }
}

/** Why a value was not taken over, and what is expected, in words. */
function refusal({ value, dataset }: HTMLInputElement): string {
  if (hasInvisible(value)) return VALUE_TEXTS.invisible;
  const { label = '', example = '' } = dataset;
  return VALUE_TEXTS.invalid.replace('{label}', () => label).replace('{example}', () => example);
}

/** A placeholder in a block is a link to its field; the field takes the focus too. */
function leadToField(event: MouseEvent): void {
  const use = (event.target as Element).closest<HTMLElement>('.placeholder');
  const field = document.querySelector<HTMLInputElement>(`#value-${use?.dataset['name'] ?? ''}`);
  if (use === null || field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
}

/** A variable at the top of a host's script that waits for its value. */
const UNSET_VARIABLE = /^(?<name>[a-z][a-z0-9_]*)=\$\{\k<name>:-\}$/gm;

/** A host's script with the reader's values in its variables; the script as it is, where it cannot be fetched. */
async function downloadFilled(link: HTMLAnchorElement, values: ReadonlyMap<string, string>): Promise<void> {
  const response = await fetch(link.href).catch(() => undefined);
  if (response?.ok !== true) {
    location.assign(link.href);
    return;
  }
  const script = (await response.text()).replace(UNSET_VARIABLE, (line, name: string) => {
    const value = values.get(name);
    return value === undefined ? line : `${name}='${value.replaceAll("'", String.raw`'\''`)}'`;
  });
  const address = URL.createObjectURL(new Blob([script], { type: 'text/x-shellscript' }));
  const download = document.createElement('a');
  download.href = address;
  download.download = link.pathname.split('/').at(-1) ?? '';
  download.click();
  URL.revokeObjectURL(address);
}
