/** Names and lengths (lines) of the functions of a source. */
export function functionsOf(file: string, text: string): { name: string; length: number; component: boolean }[];
/** Module specifiers imported or re-exported by a source. */
export function importsOf(file: string, text: string): string[];
