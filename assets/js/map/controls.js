// Controls of the map: whose picture it is, a scale in metres, and tiles that ask for no picture inside the page.

const L = window.L;

export const CreditControl = L.Control.extend({
  options: { position: "bottomright", text: "" },

  onAdd() {
    const line = L.DomUtil.create("p", "map-credit");
    line.textContent = this.options.text;
    return line;
  },
});

/** Leaflet's own defaults, for readers who measure in metres. */
export function setUpControls() {
  L.Control.Scale.mergeOptions({ imperial: false, maxWidth: 120 });
}

/**
 * Leaflet empties a tile that is no longer wanted by pointing it at a picture in a data: address, which the page's
 * security policy refuses. Here it loses its address instead.
 */
export function quietTiles() {
  const emptied = (tile) => {
    tile.onload = L.Util.falseFn;
    tile.onerror = L.Util.falseFn;
    tile.removeAttribute("src");
  };
  L.TileLayer.include({
    _removeTile(key) {
      const tile = this._tiles[key];
      if (tile) {
        emptied(tile.el);
        L.GridLayer.prototype._removeTile.call(this, key);
      }
    },

    _abortLoading() {
      for (const [key, { coords, el }] of Object.entries(this._tiles)) {
        if (coords.z !== this._tileZoom && !el.complete) {
          emptied(el);
          L.DomUtil.remove(el);
          delete this._tiles[key];
          this.fire("tileabort", { tile: el, coords });
        }
      }
    },
  });
}
