import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '../../kernel/errors.ts';
import { type KeyFile, readKeyFile } from './key-file.ts';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Sealed bytes and the id of the key that opens them: iv, tag, ciphertext. */
export interface Sealed {
	readonly keyId: string;
	readonly bytes: Buffer;
}

/**
 * Seals what tells who an applicant is (AES-256-GCM), and answers «is this the same» without opening anything (HMAC).
 * `context` names the record; bytes moved to another record do not open.
 */
export interface Vault {
	seal(plain: Uint8Array, context: string): Sealed;
	/** @throws AppError `unavailable` when the key is not here, `internal` when the bytes were changed. */
	open(sealed: Sealed, context: string): Buffer;
	/** Keyed fingerprint, base64; `kind` keeps applicants and query codes apart. */
	fingerprint(kind: string, text: string): string;
	/** Compares in constant time. */
	matches(kind: string, text: string, fingerprint: string): boolean;
}

/** The keys of a machine. A record sealed by another node with a newer key makes it look for that key once more. */
export function openVault(dataDir: string): Vault {
	return vaultOf(readKeyFile(dataDir), () => readKeyFile(dataDir));
}

export function vaultOf(file: KeyFile, again: () => KeyFile = () => file): Vault {
	let known = file;
	const fileFor = (keyId: string) => {
		if (!known.keys[keyId]) known = { ...again(), current: file.current };
		return known;
	};
	const fingerprint = (kind: string, text: string) =>
		createHmac('sha256', file.index).update(`${kind}\n${text}`).digest('base64');
	return {
		seal: (plain, context) => seal(file, plain, context),
		open: (sealed, context) => open(fileFor(sealed.keyId), sealed, context),
		fingerprint,
		matches: (kind, text, known) => {
			const [a, b] = [Buffer.from(fingerprint(kind, text)), Buffer.from(known)];
			return a.length === b.length && timingSafeEqual(a, b);
		},
	};
}

function seal(file: KeyFile, plain: Uint8Array, context: string): Sealed {
	const key = file.keys[file.current];
	if (!key) throw new AppError('internal', { detail: 'no current identity key' });
	const iv = randomBytes(IV_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, iv);
	cipher.setAAD(Buffer.from(context));
	const body = Buffer.concat([cipher.update(plain), cipher.final()]);
	return { keyId: file.current, bytes: Buffer.concat([iv, cipher.getAuthTag(), body]) };
}

function open(file: KeyFile, { keyId, bytes }: Sealed, context: string): Buffer {
	const key = file.keys[keyId];
	if (!key) throw new AppError('unavailable', { message: '身份密钥不在本机，无法读出申请人身份，请联系系统管理员。' });
	if (bytes.length < IV_BYTES + TAG_BYTES) throw new AppError('internal', { detail: 'sealed record too short' });
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
	decipher.setAAD(Buffer.from(context));
	decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
	try {
		return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
	} catch (cause) {
		throw new AppError('internal', { detail: 'sealed record does not open', cause });
	}
}
