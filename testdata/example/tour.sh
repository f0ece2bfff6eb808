#!/usr/bin/env bash
# Runs the night of the example firm from a fresh state and tells one customer's
# story, as it stands in the published result.
# Usage: testdata/example/tour.sh BINARY
set -euo pipefail

kartoteka=$1
firm=$(dirname "$0")
night=(run nightly --project "$firm" --as-of 2026-03-31)

# part NAME: the lines of the card under a heading such as "Orders".
part() { awk -v name="$1" '/^[^ ]/ {inside = index($0, name) == 1; next} inside && NF' <<<"$card"; }
# under TEXT: a line of the card and the lines indented below it.
under() { awk -v text="$1" '/^  [^ ]/ {inside = index($0, text) > 0} inside && NF' <<<"$card"; }

rm -rf "$firm/published" "$firm/.kartoteka"
echo "One night of the firm in $firm, as of 2026-03-31"
echo
code=0
"$kartoteka" "${night[@]}" || code=$?
if [ "$code" != 0 ] && [ "$code" != 4 ]; then
	echo "the night ended with exit code $code" >&2
	exit "$code"
fi
echo
echo "The Parquet lies in $firm/published: one file per table in tables/, what they hold in columns.md."

card=$("$kartoteka" card crm:K0109001 --project "$firm")
sister=$("$kartoteka" card crm:K0109002 --project "$firm")
echo
echo "=== The story of one customer"
echo
head -3 <<<"$card"
echo
echo "$(grep -o '^Source rows ([0-9]*)' <<<"$card" | tr -dc 0-9) records in $(part 'Source rows' | grep -c ' matched by ') files became this one card:"
part 'Source rows' | grep -v ' changed '
echo
echo "Her sister has the same phone, birthday and old address, but stayed a card of her own:"
head -2 <<<"$sister" | sed 's/^/  /'
echo
echo "The autumn postcard came back with a label, and her address followed it:"
part 'Returned mail'
part 'Addresses' | grep -v '^   '
echo
echo "The catalogue went to the new address and brought two orders, one by the coupon on the web, one by the key code on the phone:"
part 'Campaigns' | head -4
part 'Orders'
echo
again=$(grep -ao 'TEL-3900002;[0-9.]*' "$firm"/orders/phone_orders_2025.csv | tr ';' ' ')
folded=$("$kartoteka" show --project "$firm" --accounts | awk '/typed_again/ {print $NF}')
echo "$again is the web order typed in once more by a rep: ${folded:-no} such order was folded into its original and counts once."

cat <<END

=== Three commands to go on with

Her whole card, with every change that cleansing made:
  $kartoteka card --name "Wiśniewska Katarzyna" --project $firm

Break a line of the YAML in a copy, and see what it says:
  copy=\$(mktemp -d) && cp -r $firm/. \$copy && sed -i.bak 's/family_name: Nazwisko/famly_name: Nazwisko/' \$copy/pipelines/contacts.yaml; $kartoteka check \$copy

The same night again: the same snapshot, byte for byte:
  $kartoteka ${night[*]} && $kartoteka show --project $firm | grep snapshot
END
