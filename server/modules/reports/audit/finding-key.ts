import { createHash } from 'node:crypto';
import type { Finding } from 'annual-report';

/** Names a finding by what it says: an explanation holds for these figures and no others. */
export function findingKey({ rule, cells, found, expected, message }: Finding): string {
	return createHash('sha256')
		.update(JSON.stringify([rule, cells, found, expected, message]))
		.digest('hex')
		.slice(0, 20);
}
