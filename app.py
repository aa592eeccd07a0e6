"""Dossier: names the pages, adds the routes; nothing else."""

from __future__ import annotations

import streamlit as st

from components.web.litter import for_good

with for_good():
    from components.first.routes import FIRST_ROUTES
    from components.web.assets import ROUTES as ASSETS
    from components.web.compressed import compressed_files
    from components.web.data_routes import DATA_ROUTES
    from components.web.door import door
    from components.web.headers import HEADERS, RULED
    from components.web.index import index_routes
    from components.web.not_yet import not_yet
    from components.web.own_components import only_own_components
    from components.web.place import own_folder, placed
    from components.web.ready import READY_ROUTE, ready
    from components.web.sign_in import sign_in
    from components.web.site import sitemap_route
    from components.web.unknown import unknown_address
    from pages.contents import CONTENTS

only_own_components()
routes = [
    READY_ROUTE,
    *ASSETS,
    *FIRST_ROUTES,
    *DATA_ROUTES,
    sitemap_route(CONTENTS),
    *index_routes(CONTENTS),
]
app = st.App(
    "pages/frame.py",
    lifespan=ready,
    routes=placed(routes, own_folder()),
    middleware=[
        RULED,
        door(),
        sign_in(),
        not_yet(),
        *HEADERS,
        compressed_files(),
        unknown_address(CONTENTS),
    ],
)
