/** Where something personal stands in a text. */
export interface Spot<Kind extends string = string> {
	kind: Kind;
	at: number;
	length: number;
}
