-- What no script may decide: whose pets these are. Run before the repair.
INSERT INTO "Owner" ("id", "clinicId", "fullName")
SELECT DISTINCT p."ownerId", p."clinicId", 'Unknown owner'
FROM "Pet" p
WHERE NOT EXISTS (SELECT FROM "Owner" o WHERE o."id" = p."ownerId");
