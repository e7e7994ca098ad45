declare module 'word-extractor' {
	/** What the library finds in a .doc file; only the body is read here. */
	interface WordDocument {
		getBody(): string;
	}

	export default class WordExtractor {
		extract(source: Buffer | string): Promise<WordDocument>;
	}
}
