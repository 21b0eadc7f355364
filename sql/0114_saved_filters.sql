-- What each user looks at again and again: a page's filter and sorting under a name of her own.

create table saved_filter (
  user_id    text not null,
  filter_id  uuid not null,
  page       text not null check (page ~ '^/[a-z/-]+$'),
  name       text not null check (length(name) between 1 and 60),
  search     text not null check (length(search) between 1 and 1000),
  is_default boolean not null default false,
  primary key (user_id, filter_id)
);
comment on table saved_filter is 'local: a filter and sorting of a page (the address after ?) that a user keeps under a name; is_default = the page opens with it';
create unique index saved_filter_name on saved_filter (user_id, page, lower(name));
create unique index saved_filter_default on saved_filter (user_id, page) where is_default;

grant select, insert, update, delete on saved_filter to runde_app;
