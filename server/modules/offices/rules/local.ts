import { isLoopback } from '../../../config.ts';

/**
 * Whether a request stays on this machine. Both ends must: a proxy in front of a server on loopback passes on the address of
 * the visitor.
 */
export function isLocal(host: string, ip: string | undefined): boolean {
	return isLoopback(host) && isLoopback((ip ?? '').replace(/^::ffff:/, ''));
}
