-- What the chain says was taken away from it, and other entries of one kind, are found without reading all of it.
CREATE INDEX audit_of_a_kind ON audit (kind, seq);
