-- Addresses under which imported documents stood on the site they came from: asked for here, they lead to the document.
create table old_address (
	-- Lower case; empty when the source gave a path only.
	host text not null,
	-- Path and query, as the old site wrote them.
	path text not null check (path like '/%'),
	document_id bigint not null references document (id),
	primary key (host, path)
);
create index old_address_path on old_address (path);
create index old_address_document on old_address (document_id);
