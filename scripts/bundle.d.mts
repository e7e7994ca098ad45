/** Bundles the server and the report library into `server/dist` when a source changed since. */
export function bundleStale(): Promise<void>;
/** Path of an entry of the bundle (`cli`, `report`, `report-pdf`); null when there is none or a source changed since. */
export function freshBundle(name: string): string | null;
