import { expect, it } from 'vitest';
import { portalDoor } from './door.ts';

const page = (text: string) => async () => ({ status: 200, mediaType: 'text/html', body: Buffer.from(text) });

it('is answered by the oldest server still open, and by nobody when none is', async () => {
	const door = portalDoor();
	expect(await door.ask('/')).toBeNull();
	const shutFirst = door.open(page('one'));
	// A demo loads over the same services and closes before the real server opens; an export opens beside it.
	const shutSecond = door.open(page('two'));
	expect((await door.ask('/'))?.body.toString()).toBe('one');
	shutFirst();
	expect((await door.ask('/'))?.body.toString()).toBe('two');
	shutSecond();
	expect(await door.ask('/')).toBeNull();
});
