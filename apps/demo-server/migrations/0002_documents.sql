-- Content types beside galleries. A document's pictures are places, as a gallery's are, and so held by references.

create table documents (
  id uuid primary key default gen_random_uuid(),
  user_id text not null references users on delete restrict,
  content_type text not null,
  data jsonb not null, -- every field that is no picture
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index documents_of_user on documents (content_type, user_id, updated_at desc, id desc);
create index documents_newest on documents (content_type, updated_at desc, id desc);

-- A place belongs to a gallery, or to a field of a document.
alter table gallery_items
  alter column gallery_id drop not null,
  add column document_id uuid references documents on delete cascade,
  add column field text,
  add check (num_nonnulls(gallery_id, document_id) = 1),
  add check ((document_id is null) = (field is null));
create index document_items_order on gallery_items (document_id, field, rank) where document_id is not null;

alter table deletions
  add column content_type text,
  add column document_id uuid,
  add column document_version bigint;
