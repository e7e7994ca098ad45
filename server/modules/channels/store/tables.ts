import type { Generated } from 'kysely';
import type { Reader } from '../../../platform/transaction.ts';
import type { Carrier, DeliveryState, Dispatch, DispatchState, IssueState, Kind, PlaceKind, Proof } from '../model.ts';

interface ChannelTable {
	id: Generated<number>;
	office_id: number;
	kind: Kind;
	name: string;
	address: string;
	app_id: string;
	keeper: string;
	place_kind: PlaceKind | null;
	equipment: string;
	hours: string;
	opened_on: string;
	closed_on: string | null;
	revision: Generated<number>;
}

interface DispatchTable {
	id: Generated<number>;
	office_id: number;
	channel_id: number;
	document_id: number;
	revision_id: number;
	title: string;
	state: DispatchState;
	link: Generated<string>;
	place: Generated<string>;
	shown_from: string | null;
	shown_to: string | null;
	sent_at: Date | null;
	removed_at: Date | null;
	reason: Generated<string>;
	draft_state: Generated<Dispatch['draftState']>;
	draft_id: Generated<string>;
	draft_failure: Generated<string>;
	revision: Generated<number>;
	created_at: Date;
}

interface GazetteIssueTable {
	id: Generated<number>;
	office_id: number;
	title: string;
	year: number;
	number: number;
	total: number;
	issued_on: string;
	foreword: string;
	state: IssueState;
	copies: Generated<number>;
	published_at: Date | null;
	reason: Generated<string>;
	revision: Generated<number>;
	created_at: Date;
}

interface DeliveryTable {
	id: Generated<number>;
	office_id: number;
	channel_id: number;
	year: number;
	number: number;
	carrier: Carrier;
	state: DeliveryState;
	delivered_on: string | null;
	received_by: Generated<string>;
	received_on: string | null;
	reason: Generated<string>;
	revision: Generated<number>;
	created_at: Date;
}

interface SubscriptionTable {
	id: Generated<number>;
	office_id: number | null;
	column_slug: string;
	words: string;
	key_id: string | null;
	sealed: Buffer | null;
	address_fingerprint: string | null;
	token_fingerprint: string;
	state: 'pending' | 'active' | 'ended';
	created_at: Date;
	confirmed_at: Date | null;
	ended_at: Date | null;
}

export type Tables = {
	channel: ChannelTable;
	channel_activity: {
		id: Generated<number>;
		channel_id: number;
		day: string;
		title: string;
		link: string;
		person_name: string;
		created_at: Date;
	};
	channel_visit: {
		id: Generated<number>;
		channel_id: number;
		month: string;
		visitors: number;
		person_name: string;
		created_at: Date;
	};
	dispatch: DispatchTable;
	dispatch_proof: {
		id: Generated<number>;
		dispatch_id: number;
		moment: Proof['moment'];
		sha256: string;
		file_name: string;
		media_type: string;
		size: number;
		added_at: Date;
	};
	gazette_issue: GazetteIssueTable;
	gazette_item: {
		issue_id: number;
		position: number;
		section: string;
		document_id: number;
		revision_id: number | null;
	};
	gazette_copy: {
		id: Generated<number>;
		issue_id: number;
		place: string;
		copies: number;
		delivered_on: string;
		received_by: Generated<string>;
		received_on: string | null;
	};
	delivery: DeliveryTable;
	delivery_item: {
		delivery_id: number;
		position: number;
		document_id: number;
		revision_id: number;
		title: string;
		index_number: string;
	};
	subscription: SubscriptionTable;
	subscription_sent: { subscription_id: number; document_id: number; sent_at: Date };
};

export function tables(reader: Reader) {
	return reader.sql.withTables<Tables>();
}
