// All studios on the map: read from the page's data file, clustered, filtered, drawn as marks that can have focus.
// Approximate ones stand together in one dashed ring at their place. Without a place on the map, a studio is only listed.

import { loadPoints } from "../points.js";
import { groupCard, studioCard } from "./cards.js";
import { clusterer, isOneSpot } from "./clusters.js";
import { catchGestures } from "./gestures.js";
import { followKeys } from "./keys.js";
import { makeMark, rootScale } from "./marks.js";
import { NamesLayer } from "./names.js";
import { popupOf } from "./popup.js";

const L = window.L;

const MAX_CLUSTER_ZOOM = 16;
const MAX_FIT_ZOOM = 13;
const HERE_ZOOM = 15;
const LISTED_IN_CARD = 50;
/** A move so long after somebody touched the map is theirs; all others are the page's. */
const THEIRS_MS = 3000;

export const StudioLayer = L.Layer.extend({
  options: { kind: "finder", placeNames: true, label: "" },

  initialize(options) {
    L.setOptions(this, options);
    this._marks = new Map();
    this._wanted = null;
    this._touched = -Infinity;
  },

  onAdd(map) {
    const container = map.getContainer();
    this._box = container.closest("[data-points]");
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", this.options.label);
    this._group = L.layerGroup().addTo(map);
    this._names = new NamesLayer(this.options.placeNames).addTo(map);
    this._keys = followKeys(map, this._marks, (mark) => this._activate(mark, true));
    this._popup = popupOf(map, (mark) => this._keys.focus(mark), () => this._tell("studios-closed", null));
    catchGestures(map);
    for (const name of ["pointerdown", "keydown", "wheel", "click"]) {
      container.addEventListener(name, () => (this._touched = performance.now()), { capture: true, passive: true });
    }
    map.on("moveend", this._draw, this);
    this._box.addEventListener("studios-wanted", () => this._load());
    this._load();
  },

  onRemove(map) {
    map.off("moveend", this._draw, this);
    this._group.remove();
    this._names.remove();
  },

  /** Fetch the data; again, when it did not come before. */
  _load() {
    loadPoints(this._box.dataset.points).then((points) => this._start(points)).catch((error) => this._tell("studios-failed", error));
  },

  /**
   * Show only these rows (null: all), and move the view to them unless they are in sight or `stay` says not to.
   * @param {ArrayLike<number> | null} rows
   * @param {boolean} stay
   */
  show(rows, stay = false) {
    this._wanted = rows;
    this._popup.close();
    this._choose();
    if (stay || !this._fit(true)) {
      this._draw();
    }
  },

  /** The box has another size than before, or is seen again. */
  resized() {
    this._map.invalidateSize({ animate: false, pan: false });
  },

  /** Zoom, latitude and longitude, as people can write them. */
  view() {
    const { lat, lng } = this._map.getCenter().wrap();
    return { zoom: this._map.getZoom(), lat, lng };
  },

  /** @param {{ zoom: number, lat: number, lng: number }} view */
  setView({ zoom, lat, lng }) {
    this._quietly(() => this._map.setView([lat, lng], zoom, { animate: false }));
  },

  /**
   * Bring a studio into sight and open its card, or the one of its place. One that is not drawn changes nothing.
   * @param {number} row
   * @param {HTMLElement | null} from what gets the focus back when the card closes; null: the card does not take it
   * @param {boolean} stay leave the view as it is when the studio is in it
   */
  async select(row, from, stay = false) {
    const { lat, lng } = this.points;
    if (!this._rows.includes(row)) {
      return;
    }
    if (!stay || !this._map.getBounds().contains([lat[row], lng[row]])) {
      const zoom = Math.max(this._map.getZoom(), this.points.group[row] >= 0 ? MAX_FIT_ZOOM - 2 : HERE_ZOOM);
      this._quietly(() => this._map.setView([lat[row], lng[row]], zoom, { animate: false }));
    }
    await (this.points.texts([row]) || null);
    const mark = [...this._marks.values()].find((one) => one.feature.rows.includes(row));
    if (mark) {
      await this._open(mark, isOneSpot(mark.feature) ? mark.feature.rows : [row], from, row);
    }
  },

  /** A move of the page's own. */
  _quietly(move) {
    this._touched = -Infinity;
    move();
  },

  _start(points) {
    this.points = points;
    this._clusters = clusterer(points, MAX_CLUSTER_ZOOM);
    this._choose();
    const id = this.options.kind === "studio" ? this._box.dataset.here : "";
    (id ? points.rowOf(id) : Promise.resolve(-1)).then((here) => {
      this._here = here;
      this._choose();
      if (here >= 0) {
        this.setView({ lat: points.lat[here], lng: points.lng[here], zoom: HERE_ZOOM });
      } else if (!this._fit(false)) {
        this._draw();
      }
      this._tell("studios-drawn", this);
      this._map.on("moveend", () => performance.now() - this._touched < THEIRS_MS && this._tell("studios-moved", this.view()));
    }, (error) => this._tell("studios-failed", error));
  },

  _tell(name, detail) {
    this._box.dispatchEvent(new CustomEvent(name, { detail }));
  },

  /** The rows that are drawn: those wanted that have a place. */
  _choose() {
    const { lat, count } = this.points;
    const wanted = this._wanted || Array.from({ length: count }, (_, row) => row);
    this._rows = Array.prototype.filter.call(wanted, (row) => !Number.isNaN(lat[row]) && row !== this._here);
  },

  /** Move to what is drawn, which draws it; whether there was need to. */
  _fit(onlyIfHidden) {
    const { lat, lng } = this.points;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const row of this._rows) {
      west = Math.min(west, lng[row]);
      east = Math.max(east, lng[row]);
      south = Math.min(south, lat[row]);
      north = Math.max(north, lat[row]);
    }
    if (west > east) {
      return false;
    }
    const bounds = L.latLngBounds([[south, west], [north, east]]);
    const view = this._map.getBounds();
    const small = view.contains(bounds) && this._map.getBoundsZoom(bounds.pad(0.1)) <= this._map.getZoom() + 1;
    if (onlyIfHidden && small) {
      return false;
    }
    const margin = Math.min(56, this._map.getSize().x / 10);
    this._quietly(() => this._map.fitBounds(bounds, { padding: [margin, margin], maxZoom: MAX_FIT_ZOOM, animate: false }));
    return true;
  },

  _draw() {
    if (!this._clusters) {
      return;
    }
    const bounds = this._map.getBounds().pad(0.15);
    const view = { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
    const wanted = this._clusters.at(this._rows, view, this._map.getZoom());
    if (this._here >= 0) {
      wanted.push(this._clusters.single(this._here));
    }
    const singles = wanted.filter(({ rows }) => rows.length === 1).map(({ rows }) => rows[0]);
    const waiting = this.points.texts(singles);
    if (waiting) {
      waiting.then(() => this._draw(), () => undefined);
    }
    const stale = new Set(this._marks.keys());
    const scale = rootScale();
    for (const feature of wanted) {
      const { key, rows } = feature;
      if (!stale.delete(key) && (rows.length > 1 || this.points.id[rows[0]] !== undefined)) {
        this._add(key, feature, scale);
      }
    }
    for (const key of stale) {
      this._group.removeLayer(this._marks.get(key));
      this._marks.delete(key);
    }
    this._keys.settle();
    this._names.draw(this.points, [...this._marks.values()]);
  },

  _add(key, feature, scale) {
    const mark = makeMark(this.points, feature, this._here, scale);
    mark.on("click", () => this._activate(mark, false));
    this._marks.set(key, mark);
    this._group.addLayer(mark);
  },

  /** A studio or a place opens its card; a cluster comes nearer. */
  _activate(mark, byKey) {
    const { rows, west, east, south, north } = mark.feature;
    const zoom = this._map.getZoom();
    if (rows.length === 1 || isOneSpot(mark.feature) || zoom >= this._map.getMaxZoom()) {
      this._open(mark, rows, mark.getElement());
      return;
    }
    if (byKey) {
      this._keys.expectNear(mark.getLatLng());
    }
    const bounds = L.latLngBounds([[south, west], [north, east]]);
    const near = Math.max(zoom + 1, Math.floor(this._map.getBoundsZoom(bounds.pad(0.2))));
    this._map.setView(bounds.getCenter(), Math.min(near, this._map.getMaxZoom()), { animate: moves() });
  },

  /** The card of these rows at a mark, that of `about` first; `from` as in `select`. */
  async _open(mark, rows, from, about = rows.length === 1 ? rows[0] : -1) {
    const ordered = about < 0 ? rows : [about, ...rows.filter((row) => row !== about)];
    const listed = ordered.slice(0, LISTED_IN_CARD);
    await (this.points.texts(listed) || null);
    const isSingle = rows.length === 1 && !mark.feature.approximate;
    const card = isSingle ? studioCard(this.points, rows[0]) : groupCard(this.points, listed, rows.length);
    this._popup.open(mark, card, from);
    this._tell("studios-opened", about);
  },
});

function moves() {
  return !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
