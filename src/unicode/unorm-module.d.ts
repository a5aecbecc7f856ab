declare module 'unorm' {
  /** The Unicode forms in plain JavaScript, for hosts whose `String.prototype.normalize` does nothing. */
  const unorm: {
    nfc(text: string): string;
    nfd(text: string): string;
    nfkc(text: string): string;
    nfkd(text: string): string;
  };
  export default unorm;
}
