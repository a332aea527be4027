/**
 * The look of a reference, in the Citation Style Language 1.0.2: who, "what", *where*, when.
 * An outlet's name carries more than an author's on a page of news reports, so both are given; what identifies a report
 * or a law is its number. No address: the page adds links of its own.
 * What it prints in a citation is shown nowhere, but citeproc keeps it as a key of a plain object: its first word keeps titles
 * such as `toString` apart from what every object has.
 */
export const REFERENCE_STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-GB">
	<info>
		<title>Timeline references</title>
		<id>timeline-references</id>
		<updated>2026-11-23T00:00:00+00:00</updated>
	</info>
	<locale xml:lang="en">
		<style-options punctuation-in-quote="false"/>
		<date form="text">
			<date-part name="day" suffix=" "/>
			<date-part name="month" suffix=" "/>
			<date-part name="year"/>
		</date>
		<terms><term name="circa">about</term><term name="bc"> BCE</term><term name="ad"> CE</term></terms>
	</locale>
	<macro name="author">
		<names variable="author">
			<name and="text" delimiter=", "/>
			<substitute><names variable="editor"/></substitute>
		</names>
	</macro>
	<macro name="title">
		<choose>
			<if type="legal_case legislation bill book report" match="any"><text variable="title" font-style="italic"/></if>
			<else><text variable="title" quotes="true"/></else>
		</choose>
	</macro>
	<macro name="helpers">
		<names variable="translator editor" delimiter=", ">
			<label form="verb" suffix=" "/>
			<name and="text" delimiter=", "/>
		</names>
	</macro>
	<macro name="edition">
		<choose>
			<if is-numeric="edition">
				<group delimiter=" "><number variable="edition" form="ordinal"/><text term="edition"/></group>
			</if>
			<else><text variable="edition"/></else>
		</choose>
	</macro>
	<macro name="carrier">
		<group delimiter=" ">
			<text variable="container-title" font-style="italic"/>
			<text variable="volume"/>
			<choose>
				<if variable="volume"><text variable="issue" prefix="(" suffix=")"/></if>
				<else>
					<group delimiter=" "><label variable="issue" form="short"/><text variable="issue"/></group>
				</else>
			</choose>
		</group>
	</macro>
	<macro name="series">
		<group delimiter=" ">
			<text variable="collection-title"/>
			<choose>
				<if variable="collection-number"><text variable="collection-number"/></if>
				<else><text variable="number"/></else>
			</choose>
		</group>
	</macro>
	<macro name="pages">
		<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>
	</macro>
	<macro name="where">
		<choose>
			<if type="legal_case">
				<group delimiter=", ">
					<text variable="number" prefix="No. "/>
					<text variable="authority"/>
				</group>
			</if>
			<else-if type="legislation bill regulation treaty" match="any">
				<group delimiter=", "><text variable="number"/><text variable="authority"/></group>
			</else-if>
			<else-if variable="container-title">
				<group delimiter=", "><text macro="carrier"/><text macro="series"/></group>
			</else-if>
			<else>
				<group delimiter=", "><text macro="series"/><text variable="publisher"/></group>
			</else>
		</choose>
	</macro>
	<macro name="when">
		<group delimiter=" ">
			<choose><if is-uncertain-date="issued"><text term="circa"/></if></choose>
			<date variable="issued" form="text"/>
		</group>
	</macro>
	<citation><layout><text value="of "/><text macro="title"/></layout></citation>
	<bibliography>
		<layout suffix=".">
			<group delimiter=", ">
				<text macro="author"/>
				<text macro="title"/>
				<text variable="genre" text-case="lowercase"/>
				<text macro="helpers"/>
				<text macro="edition"/>
				<text macro="where"/>
				<text macro="when"/>
				<text macro="pages"/>
			</group>
		</layout>
	</bibliography>
</style>`;
