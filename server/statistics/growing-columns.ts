/** Columns that grow while a file is read; no row is ever an object. */

export class Numbers {
  #values = new Float64Array(1 << 16);
  #length = 0;

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  values(): Float64Array {
    return this.#values.slice(0, this.#length);
  }
}

/** Words as whole numbers from 0, in the order in which they first came. */
export class Codes {
  readonly names: string[] = [];
  readonly #codes = new Map<string, number>();
  #values = new Int32Array(1 << 16);
  #length = 0;

  add(word: string): void {
    let code = this.#codes.get(word);
    if (code === undefined) {
      code = this.names.length;
      this.#codes.set(word, code);
      this.names.push(word);
    }
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = code;
  }

  readonly values = (): Int32Array => this.#values.slice(0, this.#length);
}
