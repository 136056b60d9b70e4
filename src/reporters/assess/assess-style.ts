/** How the page of an assessment looks, beside what all pages share. */
export const assessStyle = `
main{max-width:1100px}header{max-width:1100px}
li,p,td{overflow-wrap:anywhere}
section{padding:36px 0 12px}
h3{font-size:16px;margin:34px 0 10px}
.headline{font-size:17px;max-width:68ch;margin:10px 0 26px}
.wide-table{overflow-x:auto;background:var(--panel);border:1px solid var(--line);border-radius:12px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:10px 16px;font-weight:400;border-top:1px solid var(--line)}
tr:first-child>*{border-top:0}
td:nth-child(2),td:nth-child(3){white-space:nowrap}
thead th{font-size:12.5px;color:var(--faint);font-weight:600}
tbody tr:first-child>*{border-top:1px solid var(--line)}
.sum tbody tr:first-child>*{border-top:0}
tbody th{font-weight:600;white-space:nowrap}
.missed td:nth-child(2),.missed td:nth-child(3){color:var(--error);font-weight:600}
strong.no{color:var(--error)}strong.yes{color:var(--good)}strong.unknown{color:var(--warning)}
.sign{width:34px;color:var(--faint);padding-right:0}
.time{white-space:nowrap;font-variant-numeric:tabular-nums}
.total>*{font-weight:650;border-top:2px solid var(--edge)}
.remarks,.ladders,.ladders ul{list-style:none;padding:0}
.remarks li{padding:9px 0;border-top:1px solid var(--line)}
.ladders{display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));gap:14px}
.ladders>li{background:var(--panel);border:1px solid var(--line);border-top:3px solid var(--good);border-radius:12px;
padding:14px 16px}
.ladders>.below{border-top-color:var(--error)}
.ladders h4{font-size:12px;letter-spacing:.06em;text-transform:uppercase;color:var(--faint);font-weight:600}
.ladders p{font-weight:600}
.ladders ul li{margin-top:10px;font-size:13.5px}
.about{list-style:none;padding:0;display:grid;gap:6px;margin-top:4px}
.changes{padding-left:24px;display:grid;gap:12px}
.changes li{padding-left:6px}
@media(max-width:700px){main,header{padding:0 16px}header{padding-top:24px}th,td{padding:8px 12px}.wide-table table{min-width:640px}}
`;
