"""Workbooks as spreadsheets write them, made with zipfile alone."""
import datetime
import io
import zipfile
from xml.sax.saxutils import escape, quoteattr


class Day(str):
    """An ISO day, that the sheet has as a number with a format."""


class Percent(float):
    pass


class Dollars(float):
    pass


class Money(float):
    pass


class Formula:
    def __init__(self, text, value):
        self.text, self.value = text, value


class Error(str):
    pass


class Inline(str):
    """A text that XLSX keeps in its cell, in runs."""


class Raised(str):
    """A text whose last sign is raised."""


class Struck(str):
    """A text of which what stands between ~ is struck out."""

    def runs(self):
        return [(run, n % 2) for n, run in enumerate(self.split("~")) if run]


class Sheet:
    def __init__(self, name, rows, hidden=False, hidden_rows=(),
                 hidden_columns=(), merged=(), comments=None, struck=(), styles=None):
        self.name, self.rows, self.hidden = name, rows, hidden
        self.hidden_rows, self.hidden_columns = hidden_rows, hidden_columns
        self.merged, self.comments = merged, comments or {}
        self.struck, self.styles = struck, styles or {}


def packed(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def place(row, column):
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


STYLES = ('<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
          '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/>'
          '<numFmt numFmtId="165" formatCode="#,##0.00\\ [$€-407]"/>'
          '<numFmt numFmtId="166" formatCode="[$$-409]#,##0.00"/></numFmts>'
          '<fonts><font><sz val="10"/></font><font><strike/></font>'
          '<font><strike val="0"/></font></fonts>'
          '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>'
          '<xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/>'
          '<xf numFmtId="166"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs>'
          '<dxfs><dxf><font><strike/></font></dxf></dxfs></styleSheet>')
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def relations(items):
    return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + "".join(f'<Relationship Id="{i}" Type="{RELS}/{t}" Target="{to}"/>'
                      for i, t, to in items) + "</Relationships>")


def xlsx_parts(sheets):
    strings, parts, listed, related = [], {}, "", []
    for n, sheet in enumerate(sheets, 1):
        rows = ""
        for i, row in enumerate(sheet.rows):
            cells = "".join(xlsx_struck(sheet, i, k, xlsx_cell(i, k, value, strings))
                            for k, value in enumerate(row) if value is not None)
            hidden = ' hidden="1"' if i in sheet.hidden_rows else ""
            rows += f'<row r="{i + 1}"{hidden}>{cells}</row>'
        cols = "".join(f'<col min="{k + 1}" max="{k + 1}" hidden="1"/>'
                       for k in sheet.hidden_columns)
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            f'<worksheet xmlns="{MAIN}">' + (f"<cols>{cols}</cols>" if cols else "")
            + f"<sheetData>{rows}</sheetData>"
            + (f"<mergeCells>{merged}</mergeCells>" if merged else "") + "</worksheet>")
        if sheet.comments:
            parts[f"xl/worksheets/_rels/sheet{n}.xml.rels"] = relations(
                [("rId1", "comments", f"../comments{n}.xml")])
            parts[f"xl/comments{n}.xml"] = (
                f'<comments xmlns="{MAIN}"><commentList>' + "".join(
                    f'<comment ref="{at}"><text><r><t>{escape(text)}</t></r></text></comment>'
                    for at, text in sheet.comments.items()) + "</commentList></comments>")
        state = ' state="hidden"' if sheet.hidden else ""
        listed += f'<sheet name={quoteattr(sheet.name)} sheetId="{n}"{state} r:id="rId{n}"/>'
        related.append((f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml"))
    parts["xl/workbook.xml"] = (f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}">'
                                f"<sheets>{listed}</sheets></workbook>")
    parts["xl/_rels/workbook.xml.rels"] = relations(related)
    parts["xl/styles.xml"] = STYLES
    parts["xl/sharedStrings.xml"] = (f'<sst xmlns="{MAIN}">' + "".join(
        f"<si>{xlsx_text(s)}<rPh><t>no part of it</t></rPh></si>" for s in strings) + "</sst>")
    return parts


def xlsx_text(text):
    if not isinstance(text, Struck):
        return f"<t>{escape(text)}</t>"
    return "".join(f'<r><rPr><strike val="{n}"/></rPr><t>{escape(run)}</t></r>'
                   for run, n in text.runs())


def xlsx_struck(sheet, row, column, cell):
    at = place(row, column)
    if at not in sheet.struck:
        return cell.replace('s="0"', 's="6"')
    return cell.replace(' s="0"', "").replace(f'r="{at}"', f'r="{at}" s="5"')


def xlsx_cell(row, column, value, strings):
    at, formula = place(row, column), ""
    if isinstance(value, Formula):
        formula, value = f"<f>{escape(value.text)}</f>", value.value
    if value is None:
        return f'<c r="{at}">{formula}</c>'
    if isinstance(value, bool):
        return f'<c r="{at}" t="b">{formula}<v>{int(value)}</v></c>'
    if isinstance(value, Error):
        return f'<c r="{at}" t="e">{formula}<v>{value}</v></c>'
    if isinstance(value, Day):
        days = (datetime.date.fromisoformat(value) - datetime.date(1899, 12, 30)).days
        return f'<c r="{at}" s="1"><v>{days}</v></c>'
    if isinstance(value, (int, float)):
        style = {Percent: 2, Money: 3, Dollars: 4}.get(type(value), 0)
        return f'<c r="{at}" s="{style}">{formula}<v>{float(value)!r}</v></c>'
    if isinstance(value, Raised):
        return (f'<c r="{at}" t="inlineStr"><is><r><t>{escape(value[:-1])}</t></r>'
                f'<r><rPr><vertAlign val="superscript"/></rPr><t>{escape(value[-1])}</t></r></is></c>')
    if isinstance(value, Inline):
        half = len(value) // 2
        return (f'<c r="{at}" t="inlineStr"><is><r><t>{escape(value[:half])}</t></r>'
                f"<r><t>{escape(value[half:])}</t></r></is></c>")
    if formula:
        return f'<c r="{at}" t="str">{formula}<v>{escape(value)}</v></c>'
    if value not in strings:
        strings.append(value)
    return f'<c r="{at}" t="s"><v>{strings.index(value)}</v></c>'


def xlsx(*sheets):
    return packed(xlsx_parts(sheets))


def ods_parts(sheets):
    tables = ""
    for sheet in sheets:
        style = "hidden" if sheet.hidden else "shown"
        width = max(map(len, sheet.rows), default=0)
        tables += f'<table:table table:name={quoteattr(sheet.name)} table:style-name="{style}">'
        tables += "".join(
            '<table:table-column%s%s/>' % (' table:visibility="collapse"'
                                           if k in sheet.hidden_columns else "",
                                           ods_default(sheet, place(0, k)[:-1]))
            for k in range(width))
        for i, row in enumerate(sheet.rows):
            hidden = ' table:visibility="filter"' if i in sheet.hidden_rows else ""
            hidden += ods_default(sheet, str(i + 1))
            tables += f"<table:table-row{hidden}>" + "".join(
                ods_struck(sheet, i, k, ods_cell(sheet, i, k, value)) for k, value in enumerate(row)
            ) + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        tables += ('<table:table-row table:number-rows-repeated="1048000">'
                   '<table:table-cell table:number-columns-repeated="16384"/>'
                   "</table:table-row></table:table>")
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<office:document-content xmlns:office="{oasis}:office:1.0" '
            f'xmlns:table="{oasis}:table:1.0" xmlns:text="{oasis}:text:1.0" '
            f'xmlns:style="{oasis}:style:1.0"><office:automatic-styles>'
            '<style:style style:name="hidden" style:family="table">'
            '<style:table-properties table:display="false"/></style:style>'
            '<style:style style:name="shown" style:family="table">'
            '<style:table-properties table:display="true"/></style:style>'
            '<style:style style:name="T1" style:family="text">'
            '<style:text-properties style:text-position="super 58%"/></style:style>'
            '<style:style style:name="ce1" style:family="table-cell"><style:text-properties '
            'style:text-line-through-style="solid"/></style:style>'
            '<style:style style:name="ce2" style:family="table-cell"><style:text-properties '
            'style:text-line-through-style="none"/></style:style>'
            '<style:style style:name="ce3" style:family="table-cell" style:parent-style-name="Late"/>'
            '<style:style style:name="ce4" style:family="table-cell" style:parent-style-name="Gone">'
            '<style:text-properties style:text-line-through-style="none"/></style:style>'
            '<style:style style:name="T2" style:family="text">'
            '<style:text-properties style:text-line-through-type="single"/></style:style>'
            f"</office:automatic-styles><office:body><office:spreadsheet>{tables}"
            "</office:spreadsheet></office:body></office:document-content>",
            "styles.xml": f'<office:document-styles xmlns:office="{oasis}:office:1.0" '
            f'xmlns:style="{oasis}:style:1.0"><office:styles>'
            '<style:style style:name="Late" style:family="table-cell" style:parent-style-name="Gone"/>'
            '<style:style style:name="Gone" style:family="table-cell">'
            '<style:text-properties style:text-line-through-style="solid"/></style:style>'
            '<style:style style:name="Gone" style:family="paragraph"/>'
            "</office:styles></office:document-styles>"}


def ods_default(sheet, which):
    style = sheet.styles.get(which)
    return f' table:default-cell-style-name="{style}"' if style else ""


def ods_struck(sheet, row, column, cell):
    style = "ce1" if place(row, column) in sheet.struck else "ce2"
    style = sheet.styles.get(place(row, column), style)
    if not style:
        return cell
    return cell.replace("<table:table-cell", f'<table:table-cell table:style-name="{style}"', 1)


def ods_cell(sheet, row, column, value):
    at = place(row, column)
    span = ""
    for area in sheet.merged:
        first, last = area.split(":")
        if first == at:
            rows = int(last.lstrip("ABCDEFGH")) - row
            columns = ord(last[0]) - 64 - column
            span = (f' table:number-rows-spanned="{rows}"'
                    f' table:number-columns-spanned="{columns}"')
    note = ""
    if at in sheet.comments:
        note = ("<office:annotation><dc:creator xmlns:dc='http://purl.org/dc/elements/1.1/'>Ann"
                f"</dc:creator><text:p>{escape(sheet.comments[at])}</text:p></office:annotation>")
    formula = ""
    if isinstance(value, Formula):
        formula, value = f' table:formula="of:={escape(value.text)}"', value.value
    if value is None:
        return f"<table:table-cell{formula}{span}>{note}</table:table-cell>"
    if isinstance(value, bool):
        kind = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
        shown = str(value).upper()
    elif isinstance(value, Day):
        kind = f'office:value-type="date" office:date-value="{value}"'
        shown = "/".join(reversed(value.split("-")))
    elif isinstance(value, Error):
        kind, shown = 'office:value-type="float" office:value="0"', value
    elif isinstance(value, Percent):
        kind = f'office:value-type="percentage" office:value="{float(value)!r}"'
        shown = f"{value:.0%}"
    elif isinstance(value, Money):
        kind = (f'office:value-type="currency" office:currency="EUR" '
                f'office:value="{float(value)!r}"')
        shown = f"{value:.2f} €"
    elif isinstance(value, Dollars):
        kind = (f'office:value-type="currency" office:currency="USD" '
                f'office:value="{float(value)!r}"')
        shown = f"${value:.2f}"
    elif isinstance(value, (int, float)):
        kind, shown = f'office:value-type="float" office:value="{float(value)!r}"', f"{value:.0f}"
    else:
        kind, shown = 'office:value-type="string"', value
    if isinstance(value, Raised):
        return (f"<table:table-cell {kind}><text:p>{escape(value[:-1])}"
                f'<text:span text:style-name="T1">{escape(value[-1])}</text:span></text:p></table:table-cell>')
    if isinstance(value, Struck):
        return f"<table:table-cell {kind}><text:p>" + "".join(
            f'<text:span text:style-name="T{n + 1}">{escape(run)}</text:span>' if n else escape(run)
            for run, n in value.runs()) + "</text:p></table:table-cell>"
    return (f"<table:table-cell {kind}{span}>{note}"
            f"<text:p>{escape(str(shown))}</text:p></table:table-cell>")


def ods(*sheets):
    return packed(ods_parts(sheets))
