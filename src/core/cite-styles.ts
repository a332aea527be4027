/**
 * How three style guides cite a page of a site, in the Citation Style Language 1.0.2.
 * Their published CSL files run to a thousand lines for every kind of work; a page without an author needs these few.
 * Each entry stands alone, so none is sorted among others or told from them: APA's own file makes `2026a` and `2026b` of
 * two pages of one title, which means nothing outside a list that has both.
 */

/** How a name of a site is cased: English has a case of its own for titles, in which these guides write them; others have none. */
const SITE_CASES = { english: ' text-case="title"', other: '' };
type SiteCase = keyof typeof SITE_CASES;

const style = (id: string, date: string, layout: string) => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
	<info><title>${id}</title><id>${id}</id><updated>2026-11-23T00:00:00+00:00</updated></info>
	<macro name="date">${date}</macro>
	<macro name="plain-title"><text variable="title"/></macro>
	<macro name="cased-title"><text variable="title" text-case="title"/></macro>
	<macro name="title">
		<choose>
			<if variable="container-title"><text variable="title" text-case="title" quotes="true"/></if>
			<else><text macro="cased-title" font-style="italic"/></else>
		</choose>
	</macro>
	<citation><layout><text value="of "/><text variable="title"/></layout></citation>
	<bibliography><layout>${layout}</layout></bibliography>
</style>`;

/** Publication Manual of the American Psychological Association, 7th edition: Title. (2026, November 23). Site. Address */
export const apaStyle = (named: SiteCase) =>
	style(
		`timeline-apa-${named}`,
		'<date variable="issued"><date-part name="year" suffix=", "/></date><date variable="issued"><date-part name="month"/><date-part name="day" prefix=" "/></date>',
		`<group delimiter=" ">
		<group delimiter=". " suffix=".">
			<text macro="plain-title" font-style="italic"/>
			<text macro="date" prefix="(" suffix=")"/>
			<text variable="container-title"${SITE_CASES[named]}/>
		</group>
		<text variable="URL"/>
	</group>`,
	);

/** MLA Handbook, 9th edition: “Title.” Site, 23 Nov. 2026, address. */
export const mlaStyle = (named: SiteCase) =>
	style(
		`timeline-mla-${named}`,
		'<date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date>',
		`<group delimiter=". " suffix=".">
		<text macro="title"/>
		<group delimiter=", ">
			<text variable="container-title"${SITE_CASES[named]} font-style="italic"/>
			<text macro="date"/>
			<text variable="URL"/>
		</group>
	</group>`,
	);

/** Chicago Manual of Style, bibliography entry of a web page: “Title.” Site. November 23, 2026. Address. */
export const chicagoStyle = (named: SiteCase) =>
	style(
		`timeline-chicago-${named}`,
		'<date variable="issued" form="text"/>',
		`<group delimiter=". " suffix=".">
		<text macro="title"/>
		<text variable="container-title"${SITE_CASES[named]}/>
		<text macro="date"/>
		<text variable="URL"/>
	</group>`,
	);
