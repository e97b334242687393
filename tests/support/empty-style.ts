/** Stands in for every stylesheet in tests: importing one does nothing, and its class names are undefined. */
const style: Readonly<Record<string, string>> = {};

export default style;
