-- An application form put aside on the portal: sealed, found by the code alone, gone when it is sent or after thirty days.
create table saved_form (
	code_fingerprint text primary key,
	office_id bigint not null references office (id),
	key_id text not null,
	sealed bytea not null,
	saved_at timestamptz not null,
	expires_on date not null
);
create index saved_form_expiry on saved_form (expires_on);
