-- former_companies: companies of contacts in the last snapshot
-- reads the last contact_companies
SELECT contact_id, company_id
FROM read_parquet({{.path}})
WHERE contact_id IS NOT NULL AND company_id IS NOT NULL
ORDER BY contact_id
