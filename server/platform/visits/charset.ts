const LOOKED = 4096;

/** A page's words in the letters it was written in: as its header says, else as its own meta tag does, else UTF-8. */
export function textOf(body: Buffer, mediaType: string): string {
	const head = body.subarray(0, LOOKED).toString('latin1');
	const name =
		/charset\s*=\s*["']?([\w-]+)/i.exec(mediaType)?.[1] ?? /<meta[^>]*charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
	try {
		// gb2312 and gbk name parts of it; old pages say the one and write the other.
		const label = /^(?:gb2312|gbk|gb_2312-80|cp936|x-gbk)$/i.test(name ?? '') ? 'gb18030' : (name ?? 'utf-8');
		return new TextDecoder(label).decode(body);
	} catch {
		return new TextDecoder().decode(body);
	}
}
