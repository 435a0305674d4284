/**
 * A cache that removes the entry used longest ago when it holds more than `entriesMax`. Until it is three quarters full, it does not track the order
 * of use: moving an entry costs several times as much as finding it.
 */
export class BoundedCache<K, V> {
  private readonly entries = new Map<K, V>();

  constructor(private readonly entriesMax: number) {}

  get(key: K): V | undefined {
    const value = this.entries.get(key);
    if (value !== undefined && this.isNearlyFull()) this.renew(key, value);
    return value;
  }

  set(key: K, value: V): void {
    if (this.isNearlyFull()) this.renew(key, value);
    else this.entries.set(key, value);
    if (this.entries.size > this.entriesMax) this.entries.delete(this.entries.keys().next().value as K);
  }

  delete(key: K): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }

  private isNearlyFull(): boolean {
    return this.entries.size * 4 > this.entriesMax * 3;
  }

  private renew(key: K, value: V): void {
    this.entries.delete(key);
    this.entries.set(key, value);
  }
}
