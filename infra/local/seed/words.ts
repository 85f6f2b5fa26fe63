/** What names, places and trades are made of; every list is in the order that the seed counts by. */
export const first =
  `Alder Amber Anchor Arbor Aspen Atlas Aurora Beacon Birch Blackwater Bluefin Boreal Bramble Bright
Brook Cable Calder Canyon Cardinal Cascade Cedar Cobalt Compass Copper Coral Cypress Dawn Delta Drift Eastgate Elm Ember
Evergreen Falcon Fern Fjord Forge Foxglove Garnet Glacier Granite Grove Harbor Hawthorn Hazel Heron Highland Horizon
Indigo Iron Ivory Juniper Kestrel Keystone Lagoon Lantern Larch Laurel Lighthouse Linden Lumen Magnolia Maple Marble
Meridian Mesa Midland Mistral Monarch Moss Nimbus North Oak Obsidian Ocean Onyx Opal Orchard Osprey Pacific Pearl
Pebble Pine Pioneer Prairie Quarry Quartz Raven Redwood Ridge River Rowan Saffron Sage Sequoia Sierra Silver Slate
Solstice Sparrow Spruce Sterling Summit Sycamore Tamarack Thistle Tidewater Timber Topaz Umber Valley Verdant Vista
Willow Windward Zephyr Åland Émeraude Übersee Ørsted`.split(/\s+/);

export const second =
  `Advisory Analytics Architects Audio Automation Bakery Biotech Books Brewing Builders Capital
Ceramics Chemicals Clinics Coffee Consulting Dairy Dental Design Diagnostics Dynamics Electric Energy Engineering
Events Farms Fabrics Films Finance Foods Foundry Freight Furniture Games Gardens Glass Goods Health Hotels Insurance
Instruments Interiors Kitchens Labs Law Learning Lighting Logistics Marine Markets Media Metals Mills Mobility Motors
Networks Optics Organics Outfitters Packaging Paper Partners Pharma Pictures Plastics Power Press Printing Properties
Records Renewables Research Robotics Security Semiconductors Shipping Software Solar Sports Steel Studios Supply
Systems Telecom Textiles Tools Toys Trading Travel Ventures Vineyards Water Works`.split(/\s+/);

export const forms = ['', '', 'Inc.', 'LLC', 'Ltd', 'GmbH', '& Co', 'Group', 'AB', 'S.A.', 'B.V.', 'Lda'];

export const industries = [
  'Industrial automation',
  'Food and drink',
  'Architecture',
  'Logistics',
  'Health',
  'Retail',
];

export const tags = ['Retainer', 'Industrial', 'Priority', 'Onboarding', 'Referral', 'Seasonal'];

export const streets = ['Foundry Street', 'Harbour Road', 'Mill Lane', 'Station Square', 'Orchard Avenue'];

export const places = [
  { city: 'Oakland', region: 'CA', postalCode: '94607', country: 'US' },
  { city: 'Portland', region: 'OR', postalCode: '97209', country: 'US' },
  { city: 'Leipzig', postalCode: '04109', country: 'DE' },
  { city: 'Lisboa', postalCode: '1200-109', country: 'PT' },
  { city: 'Lyon', postalCode: '69002', country: 'FR' },
  { city: 'Malmö', postalCode: '211 20', country: 'SE' },
  { city: 'Leeds', postalCode: 'LS1 4AP', country: 'GB' },
  { city: 'Rotterdam', postalCode: '3011', country: 'NL' },
];
