-- 発行認証局: several authorities may have issued what is in force. Each signs for its own certificates and has a list of its own.

-- The identifier of the issuing authority's key; 'root': the root itself, as before there were issuing ones.
alter table certificates add column issuer text not null default 'root';
alter table revocation_lists add column issuer text not null default 'root';
alter table revocation_lists drop constraint revocation_lists_pkey, add primary key (issuer, number);
