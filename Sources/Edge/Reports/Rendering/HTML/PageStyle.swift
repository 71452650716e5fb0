/// The style sheet of the page.
enum PageStyle {
    /// Light and dark, wide and narrow, screen and paper.
    static let sheet = """
        :root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--quiet:#57606a;--line:#d0d7de;
        --faint:#f3f5f7;--link:#0b5cad;--warn:#8a4b00;--s0:#0b5cad;--s1:#b8450f;--s2:#1d7a53;
        --s3:#7a3fa8;--s4:#7d6200;--s5:#444c56}
        @media screen and (prefers-color-scheme:dark){:root{--page:#14171a;--ink:#e6e9ec;
        --quiet:#a3adb7;--line:#3b434b;--faint:#1f2429;--link:#7ab8f5;--warn:#f0b36a;--s0:#7ab8f5;
        --s1:#f59a6c;--s2:#6fcf9f;--s3:#c79bf0;--s4:#d9bd4a;--s5:#b6bec7}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:60rem;padding:1.5rem 1rem 4rem;background:var(--page);
        color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI","DejaVu Sans",sans-serif}
        h1{font-size:1.7rem;line-height:1.2;margin:.5rem 0 1rem}
        h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-top:.75rem;
        border-top:1px solid var(--line)}
        a{color:var(--link)}
        p{max-width:45rem}
        nav ul{columns:16rem;padding-left:1.2rem;margin:1.25rem 0 .5rem}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;font-size:.875rem;
        margin:0}
        dt{color:var(--quiet)}
        dd{margin:0;overflow-wrap:anywhere}
        .interim,.warning,.refusal{border-left:.3rem solid var(--warn);padding:.5rem .9rem;
        background:var(--faint)}
        .note{color:var(--quiet)}
        .wide{overflow-x:auto;margin:1.25rem 0}
        table{border-collapse:collapse;font-size:.875rem;line-height:1.35;
        min-width:min(100%,24rem)}
        caption{text-align:left;font-weight:600;padding-bottom:.4rem}
        caption span{display:inline-block;position:sticky;left:0;
        max-width:min(100%,calc(100vw - 1.6rem))}
        th,td{padding:.28rem .7rem .28rem 0;text-align:left;vertical-align:top}
        tbody th{font-weight:400}
        thead th{border-bottom:1.5px solid var(--ink);vertical-align:bottom}
        tbody tr{border-bottom:1px solid var(--line)}
        tbody th.group{font-weight:600;padding-top:.7rem}
        .n{text-align:right;font-variant-numeric:tabular-nums;padding-left:.4rem}
        td.n{white-space:nowrap}
        thead th.n{max-width:8rem}
        .runs{overflow-wrap:anywhere}
        .notes{font-size:.8125rem;color:var(--quiet);margin:-.75rem 0 1.25rem}
        .notes p{margin:.15rem 0}
        figure{margin:1.5rem 0}
        figcaption{font-size:.875rem;margin-top:.4rem;max-width:45rem}
        .beside{display:flex;flex-wrap:wrap;gap:0 2rem}
        .beside figure{flex:0 1 17rem}
        .scroll{overflow-x:auto}
        svg{width:100%;height:auto;display:block;font-size:13px;fill:var(--ink)}
        svg .title{fill:var(--quiet)}
        svg .heading{font-weight:600}
        svg .grid{stroke:var(--line);stroke-width:.7}
        svg .axis{stroke:var(--ink);stroke-width:1}
        svg .reference{fill:none;stroke:var(--quiet);stroke-width:1;stroke-dasharray:2 3}
        svg .limit{fill:none;stroke:var(--s1);stroke-width:1.2;stroke-dasharray:6 4}
        svg .line{fill:none;stroke-width:1.6}
        svg .mark{stroke-width:1.4}
        svg .faint{opacity:.45}
        svg .cell{fill:var(--s0);stroke:var(--page);stroke-width:2}
        svg .inverse{fill:var(--page)}
        svg .s0{stroke:var(--s0);color:var(--s0)}
        svg .s1{stroke:var(--s1);color:var(--s1);stroke-dasharray:none}
        svg .s2{stroke:var(--s2);color:var(--s2)}
        svg .s3{stroke:var(--s3);color:var(--s3)}
        svg .s4{stroke:var(--s4);color:var(--s4)}
        svg .s5{stroke:var(--s5);color:var(--s5)}
        svg .mark,svg .band{fill:currentColor}
        svg .band{fill-opacity:.15;stroke:none}
        svg polyline.s1{stroke-dasharray:8 3}
        svg polyline.s2{stroke-dasharray:2 3}
        svg polyline.s3{stroke-dasharray:8 3 2 3}
        svg polyline.s4{stroke-dasharray:12 4}
        svg polyline.s5{stroke-dasharray:4 4}
        @media (max-width:40rem){body{padding:1rem .8rem 3rem}h1{font-size:1.35rem}
        dl{grid-template-columns:1fr}dd{margin-bottom:.35rem}}
        @media print{@page{margin:18mm 15mm}body{max-width:none;padding:0;font-size:9.5pt}
        nav{display:none}h2,caption,thead,tr:has(.group){break-after:avoid}
        figure,tr{break-inside:avoid}.notes{font-size:7.5pt}figcaption{font-size:8.5pt}
        .wide,.scroll{overflow:visible}table{font-size:8pt}thead{display:table-header-group}
        svg{min-width:0!important}a{color:inherit;text-decoration:none}}
        """
}
