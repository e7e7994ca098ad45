import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv4 } from 'node:net';

/** Networks no page of a public site is in: this machine, the office's own network, the provider's, multicast, test nets. */
const PRIVATE_4 = [
	...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
	...['192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
	...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Those of version 6, and the ways of writing an address of version 4 in it. */
const PRIVATE_6 = [
	...['::/128', '::1/128', '::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64'],
	...['2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'ff00::/8'],
];

/** One list a version: in a common one an address of version 4 would fall under «version 4 written as 6». */
function listOf(nets: readonly string[], kind: 'ipv4' | 'ipv6'): BlockList {
	const list = new BlockList();
	for (const net of nets) {
		const [address = '', bits = '0'] = net.split('/');
		list.addSubnet(address, Number(bits), kind);
	}
	return list;
}

const BLOCKED_4 = listOf(PRIVATE_4, 'ipv4');
const BLOCKED_6 = listOf(PRIVATE_6, 'ipv6');

export function isPrivate(address: string): boolean {
	return isIPv4(address) ? BLOCKED_4.check(address, 'ipv4') : BLOCKED_6.check(address, 'ipv6');
}

/**
 * The address a host name stands for, or null where one of its addresses is private: a name that has both could be asked for
 * the one and lead to the other. Whoever connects uses this very address.
 */
export async function publicAddress(hostname: string, allowPrivate: boolean): Promise<string | null> {
	const bare = hostname.replace(/^\[|\]$/g, '');
	const addresses = isIP(bare) ? [bare] : (await lookup(bare, { all: true })).map(({ address }) => address);
	if (!allowPrivate && addresses.some(isPrivate)) return null;
	return addresses[0] ?? null;
}
