// The pages work without this file. It adds keys, comfort and progress.
import htmx from "./vendor/htmx.esm.js";
import { keys } from "./keys.js";
import { lights } from "./lights.js";
import { copies } from "./copies.js";
import { sends } from "./sends.js";
import { pages } from "./pages.js";
import { zone } from "./zone.js";

keys(document);
lights(document);
copies(document);
sends(document);
pages(document, htmx);
zone(document);
