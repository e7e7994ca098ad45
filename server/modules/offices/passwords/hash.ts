import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// Argon2id with 19 MiB and two passes: about 25 ms on one core, and the least that is advised for it.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export async function hashPassword(password: string): Promise<string> {
	return await hash(password, COST);
}

export async function isPassword(passwordHash: string, password: string): Promise<boolean> {
	return await verify(passwordHash, password);
}

let decoy: Promise<string> | null = null;

/** Does the work of one check for an account that does not exist, so that the answer takes as long as for one that does. */
export async function pretendCheck(password: string): Promise<false> {
	decoy ??= hashPassword('nobody has this password');
	await isPassword(await decoy, password);
	return false;
}

// Without characters that are mistaken for each other on paper: 0 O, 1 l I.
const LOWER = 'abcdefghijkmnpqrstuvwxyz';
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';

function pick(letters: string): string {
	return letters[randomInt(letters.length)] ?? '';
}

/** A password to be told once and changed at the first sign-in, such as `Hkma-r7Pw-3nfT`: about 65 bits. */
export function oneTimePassword(): string {
	const all = LOWER + UPPER + DIGITS;
	const letters = [pick(UPPER), pick(LOWER), pick(DIGITS), ...Array.from({ length: 9 }, () => pick(all))];
	for (let at = letters.length - 1; at > 0; at--) {
		const other = randomInt(at + 1);
		[letters[at], letters[other]] = [letters[other] ?? '', letters[at] ?? ''];
	}
	return [0, 4, 8].map((start) => letters.slice(start, start + 4).join('')).join('-');
}
