import { maskOffice } from '../../../platform/file-text/mask-office.ts';
import { maskText } from '../../../platform/file-text/mask-text.ts';
import { isOffice } from '../../../platform/file-text/parts.ts';
import { maskedLetters } from './personal/index.ts';

const masker = (text: string) => maskedLetters(text).at;
/** What is masked may bring something to light that it hid: a shorter number beside it. */
const MOST_ROUNDS = 5;

/**
 * A docx, xlsx, pptx or text file with everything personal written over in place; null when nothing personal was found in it.
 * Runs in a thread of its own. @throws Error for a file that is damaged, too large, or never comes clean
 */
export function maskInPlace(bytes: Uint8Array): Uint8Array | null {
	const once = isOffice(bytes) ? maskOffice : maskText;
	let masked: Uint8Array | null = null;
	for (let round = 0; round < MOST_ROUNDS; round += 1) {
		const next = once(masked ?? bytes, masker);
		if (!next) return masked;
		masked = next;
	}
	throw new Error('still personal after the last round');
}
