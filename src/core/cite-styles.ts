/**
 * How two style guides cite a page of a site, in the Citation Style Language 1.0.2. APA's comes with the formatter.
 * Their published CSL files run to a thousand lines for every kind of work; a page without an author needs these few.
 */

/** How a name of a site is cased: English has a case of its own for titles, in which these guides write them; others have none. */
const SITE_CASES = { english: ' text-case="title"', other: '' };
type SiteCase = keyof typeof SITE_CASES;

const style = (id: string, date: string, layout: string) => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
	<info><title>${id}</title><id>${id}</id><updated>2026-11-23T00:00:00+00:00</updated></info>
	<macro name="date">${date}</macro>
	<macro name="title">
		<choose>
			<if variable="container-title"><text variable="title" text-case="title" quotes="true"/></if>
			<else><text variable="title" text-case="title" font-style="italic"/></else>
		</choose>
	</macro>
	<citation><layout><text macro="title"/></layout></citation>
	<bibliography><layout suffix=".">${layout}</layout></bibliography>
</style>`;

/** MLA Handbook, 9th edition: “Title.” Site, 23 Nov. 2026, address. */
export const mlaStyle = (named: SiteCase) =>
	style(
		`timeline-mla-${named}`,
		'<date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" form="short" suffix=" "/><date-part name="year"/></date>',
		`<group delimiter=". ">
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
		`<group delimiter=". ">
		<text macro="title"/>
		<text variable="container-title"${SITE_CASES[named]}/>
		<text macro="date"/>
		<text variable="URL"/>
	</group>`,
	);
