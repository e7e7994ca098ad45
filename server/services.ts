import type { Logger } from 'pino';
import type { Authenticate } from './api/session.ts';
import type { Config } from './config.ts';
import type { InHand, Named } from './module.ts';
import type { Channels, WechatAccount } from './platform/channels/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import type { FileStore } from './platform/files.ts';
import type { ListenerMap } from './platform/jobs.ts';
import type { ReadTally } from './platform/read-tally.ts';
import type { Reader } from './platform/transaction.ts';
import type { Vault } from './platform/vault/index.ts';
import type { PortalDoor } from './portal/door.ts';
import type { IsLive } from './portal/live.ts';
import type { PageCache } from './portal/page-cache.ts';

/** What one process is made of; built once in `compose.ts` and handed down, never reached for. */
export interface Services {
	config: Config;
	database: Database;
	clock: Clock;
	files: FileStore;
	/** Seals and opens what tells who somebody is. Opened at first use: an empty county need not have keys. */
	vault: () => Vault;
	/** E-mail and SMS, where the county has set them up. */
	channels: Channels;
	/** The draft box of the county's WeChat account, where it is set up. */
	wechat: WechatAccount | null;
	log: Logger;
	listeners: ListenerMap;
	pages: PageCache;
	/** How often public documents are read, until it is written. */
	reads: ReadTally;
	/** The public pages as a reader outside gets them. */
	portal: PortalDoor;
	/** Which addresses of the portal need the server. */
	isLive: IsLive;
	authenticate: Authenticate;
	/** What an office has in hand, in the order of the modules. */
	inHand: (reader: Reader, officeId: number) => Promise<InHand[]>;
	/** Public pages by name, in the order of the modules. */
	named: (reader: Reader) => Promise<Named[]>;
	/** Audit event → its Chinese title, from the routes and pages that declare it. */
	eventTitles: ReadonlyMap<string, string>;
}
