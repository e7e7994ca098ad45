/** Why a file could not be read. */
export type ReadFailure =
	| 'empty'
	| 'too-large'
	| 'unknown-format'
	| 'damaged'
	| 'encrypted'
	| 'no-text'
	| 'unsupported';

/**
 * Thrown by `readReport` when a file cannot be read. `message` is one Chinese sentence for the person who chose the
 * file; `reason` is for programs.
 */
export class ReadError extends Error {
	readonly reason: ReadFailure;

	constructor(reason: ReadFailure, message: string, options?: { cause?: unknown }) {
		super(message, options);
		this.name = 'ReadError';
		this.reason = reason;
	}
}
