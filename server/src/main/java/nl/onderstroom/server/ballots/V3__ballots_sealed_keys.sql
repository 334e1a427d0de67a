-- What is kept of a secret key is sealed by a key in a file, outside of the database and its log;
-- that file is destroyed when the round opens.
alter table signing_key rename column private_key to sealed_key;
