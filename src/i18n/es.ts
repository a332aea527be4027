/** Spanish interface words, as newspapers on both sides of the ocean would print them. */
import { DATA } from './es-data.ts';
import type { Words } from './words.ts';

const plural = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

/** Days, seasons and decades stand with their article inside a sentence; months and years do not. */
const within = (date: string) => {
	if (/^\d{1,2} de /.test(date)) return `el ${date}`;
	if (/^(?:verano|otoño|invierno) /.test(date)) return `el ${date}`;
	return /^(?:primavera|década) /.test(date) ? `la ${date}` : date;
};

/** The earlier of two days of one month is but a number: "entre el 4 y el 15 de mayo". */
const withinPair = (from: string, to: string) =>
	[/^\d{1,2}$/.test(from) && /^\d{1,2} de /.test(to) ? `el ${from}` : within(from), within(to)] as const;

export const es: Words = {
	direction: 'ltr',
	date: {
		locale: 'es',
		within,
		about: 'hacia {}',
		possibly: 'posiblemente {}',
		since: 'desde {}',
		until: 'hasta {}',
		endUnknown: 'desde {}, sin final conocido',
		startUnknown: 'hasta {}, sin comienzo conocido',
		orLater: '{} o después',
		orEarlier: '{} o antes',
		between: (from, to) => `entre ${withinPair(from, to).join(' y ')}`,
		fromTo: (from, to) => `desde ${withinPair(from, to).join(' hasta ')}`,
		bce: 'a.\u00a0C.',
		ce: 'd.\u00a0C.',
		seasons: ['primavera de', 'verano de', 'otoño de', 'invierno de'],
		decade: 'década de {}',
	},
	quoteMarks: { double: ['«', '»'], single: ['“', '”'] },
	translation: {
		name: 'Español',
		only: (language) => `Solo en ${language}`,
		missing: (language) => `Este texto aún no está traducido. Se muestra en el original, en ${language}.`,
		made: (language, day) =>
			`Traducido del ${language} el ${day}. Las palabras citadas quedan en el idioma en que se dijeron.`,
		older: (day) =>
			`Esta traducción es anterior al texto: el original cambió el ${day} y puede decir otra cosa.`,
		original: 'Leer el original',
	},
	skipToContent: 'Ir al texto',
	skipChart: 'Saltar el gráfico',
	nav: {
		label: 'Páginas',
		timeline: 'Cronología',
		claims: 'Declaraciones',
		people: 'Personas',
		sources: 'Fuentes',
		search: 'Buscar',
	},
	asOf: (date) => `Hechos hasta ${within(date)}`,
	asOfLong: (date) => `Hechos hasta ${within(date)}: hasta ahí llega lo que se pudo leer.`,
	lastChange: (date) => `Editado ${within(date)}`,
	counts: {
		events: (number) => plural(number, 'hecho', 'hechos'),
		sources: (number) => plural(number, 'fuente', 'fuentes'),
		publishers: (number) => plural(number, 'medio o editor', 'medios y editores'),
		rests: (number) => `${plural(number, 'hecho se apoya', 'hechos se apoyan')} en ella:`,
	},
	chart: {
		heading: 'El caso en una página',
		label: 'Gráfico de todos los hechos por fecha',
		describe: ({ events, from, to, lanes, keyEvents }) =>
			`${plural(events, 'hecho', 'hechos')}, ${es.date.fromTo(from, to)}, en ${plural(lanes.length, 'fila', 'filas')}: ${lanes
				.map((lane) => `${lane.label}, ${lane.count}`)
				.join('; ')}. Los hechos principales: ${keyEvents}. La lista de abajo los tiene todos.`,
		solid: 'día conocido',
		hollow: 'día no conocido con exactitud',
		bar: 'duró, o cae en algún momento de este tiempo',
		small: 'Su lugar en el conjunto',
		overview: 'Todo el caso por meses',
		tools: {
			label: 'Parte del gráfico',
			out: 'Alejar',
			in: 'Acercar',
			all: 'Todo',
			year: 'Año',
			month: 'Mes',
		},
		partial: 'No se pudieron cargar todos los hechos: el gráfico y los filtros conocen los principales.',
		live: {
			windowStart: 'Comienzo de la ventana',
			windowEnd: 'Final de la ventana',
			cluster: '{} hechos',
			earlier: 'Con inicio anterior: {}',
			failed: 'No se pudo cargar la vista de cerca; la franja y la lista muestran los mismos hechos.',
		},
	},
	list: {
		heading: 'Todos los hechos en orden',
		jump: 'Ir a un año',
		startUnknown: 'Comienzo desconocido',
		ofYear: (count, year) => `${count === 1 ? 'El único hecho' : `Los ${count} hechos`}: ${year}`,
	},
	scope: {
		heading: 'Qué se cuenta y qué no',
		in: 'Dentro',
		out: 'Fuera',
		counting: 'Cómo se cuenta',
	},
	filters: {
		label: 'Elegir entre los hechos',
		text: 'Palabras del título, del resumen o nombres',
		submit: 'Buscar',
		more: 'Filtros y orden',
		from: 'Desde',
		to: 'Hasta',
		any: 'cualquier año',
		anyone: 'cualquiera',
		order: 'Orden',
		oldest: 'primero los más antiguos',
		newest: 'primero los más recientes',
		category: 'Categoría',
		status: 'Estado',
		person: 'Persona',
		shown: '{shown} de {all} hechos',
		nothing: 'Ningún hecho coincide. El filtro que más deja fuera: {filter}.',
		drop: 'Quitarlo',
		clear: 'Mostrar todos los hechos',
		copy: 'Copiar enlace a esta vista',
		embed: 'Insertar esta vista',
		hiddenSelected: 'Se muestra también el hecho elegido.',
		copyFailed: 'No se pudo copiar. Seleccione esto:',
	},
	embed: {
		heading: 'El gráfico en su página',
		about:
			'Este código muestra el gráfico, con el hecho que elija el lector, en cualquier página. Para mostrar solo una parte, elija en la cronología qué mostrar; el código de esa vista está entonces junto a su enlace.',
		safe: 'El marco no guarda nada, no pide nada a ningún otro servidor y no puede llevar su página a otra parte. Su altura es fija; lo que no cabe se desplaza.',
		resize: 'Con este código al lado, el marco mide lo que mide su contenido:',
		copy: 'Copiar código',
		description: 'El gráfico, para mostrarlo en otras páginas.',
		choose: 'Elija un hecho en el gráfico para leer su resumen.',
		from: 'De:',
		open: 'abrir la cronología completa',
	},
	status: { established: 'Establecido', alleged: 'Sin confirmar', disputed: 'Controvertido' },
	statusMeaning: {
		established: 'Dado por cierto en las fuentes citadas, o registrado por un tribunal.',
		alleged: 'Lo afirma una sola parte, o se conoce solo por fuentes que no se pudieron comprobar.',
		disputed: 'Las fuentes o las partes se contradicen.',
	},
	badges: {
		oneSource: 'Un solo medio',
		secondHand: 'Reproducción',
		unsourced: 'Sin fuente',
		draft: 'Borrador',
	},
	badgeMeaning: {
		oneSource: 'Todo lo que aquí se cuenta viene de un solo medio, en uno o varios textos.',
		secondHand: 'Leído solo en reproducciones o resúmenes, no donde lo publicó su medio.',
		unsourced: 'Todavía no se cita ninguna fuente.',
		draft: 'Sin publicar; no entra en las ediciones.',
	},
	event: {
		limits: 'Lo que no se vio o no se verificó',
		disagreements: 'En qué difieren las fuentes',
		quotes: 'En sus palabras',
		people: 'Personas',
		organizations: 'Organizaciones',
		relations: 'Hechos relacionados',
		corrections: 'Correcciones',
		correctedOn: (date) => `Corregido ${within(date)}`,
		added: (date) => `Añadido ${within(date)}`,
		updated: (date) => `Actualizado ${within(date)}`,
		notes: 'Fuentes de esta página',
		note: 'Nota',
		backToText: 'Volver al texto',
		previous: 'Anterior en la lista',
		next: 'Siguiente en la lista',
		navigation: 'Anterior y siguiente en la lista',
		address: 'Dirección de esta página',
		copy: 'Copiar enlace',
		share: 'Compartir',
		passage: 'Enlace a este pasaje',
		copied: 'Copiado',
		copyFailed: 'No se pudo copiar. La dirección está junto al botón.',
		withdrawn: (date) => `Retirado ${within(date)}`,
		moved: 'Esta página tiene una dirección nueva',
		movedTo: 'Ahora está en',
	},
	publicDomain: 'Dominio público',
	relations: {
		'responds-to': { forward: 'Responde a', inverse: 'Respondido por' },
		'part-of': { forward: 'Parte de', inverse: 'Incluye' },
		'follows-from': { forward: 'Se sigue de', inverse: 'Dio paso a' },
		reverses: { forward: 'Deja sin efecto', inverse: 'Dejado sin efecto por' },
	},
	source: {
		readAs: {
			original: 'Leída tal como se publicó',
			repost: 'Leída en una reproducción',
			summary: 'Leída en resumen',
			extract: 'Leída en parte',
		},
		publishedAt: 'publicada en',
		entry: 'ficha completa',
		excerpt: 'Las palabras en que se apoya',
		founding: 'Artículo de partida',
		originator: (name) => `Texto de ${name}`,
		usedInPages: 'Usada en el texto corrido de este sitio',
	},
	people: {
		heading: 'Personas',
		groups: 'Personas según su papel',
		others: 'Otras',
		standfirst: 'Quienes aparecen en los hechos, con el papel que tuvo cada cual y la fuente que lo dice.',
		roles: 'Funciones',
		events: 'Hechos',
	},
	sources: {
		heading: 'Fuentes',
		publishers: 'Medios y editores',
		standfirst:
			'Cada afirmación de este sitio se apoya en una de estas fuentes. Un texto que escribió una agencia y reprodujeron muchos medios cuenta una vez, a nombre de la agencia.',
	},
	cite: {
		heading: 'Cómo citar',
		copy: (form) => `Copiar ${form}`,
		failed: 'No se pudo copiar. Seleccione el texto de arriba.',
		names: { apa: 'APA', mla: 'MLA', chicago: 'Chicago', bibtex: 'BibTeX', ris: 'RIS' },
	},
	claims: {
		heading: 'Las declaraciones y lo que consta',
		standfirst:
			'Lo que se dijo en público sobre el caso, en las palabras de quien lo dijo; lo que se respondió; y lo que muestran las fuentes. Cada declaración es de quien la hizo.',
		none: 'Todavía no se ha expuesto ninguna declaración.',
		answers: 'En respuesta',
		record: 'Lo que consta',
		events: 'Hechos que toca',
		link: 'Enlace a esta declaración',
		onEvent: 'Las declaraciones y lo que consta',
		saidBy: (name) => `Declaración de ${name}`,
		answerCount: (number) => plural(number, 'respuesta', 'respuestas'),
	},
	changes: {
		heading: 'Qué ha cambiado',
		standfirst: 'Todo lo añadido, actualizado, corregido y retirado, primero lo más reciente.',
		feeds: 'Para suscribirse:',
		kinds: { withdrawn: 'Retirado', corrected: 'Corregido', updated: 'Actualizado', added: 'Añadido' },
	},
	feeds: {
		heading: 'Canales de cambios',
		about: 'Lo añadido, actualizado, corregido y retirado, primero lo más reciente.',
		atom: 'Atom',
		json: 'JSON Feed',
		categories: 'Por categoría',
		people: 'Por persona',
		person: 'Canal de cambios (Atom)',
	},
	news: {
		line: '{count} nuevos o cambiados desde el {day}.',
		added: 'Nuevo',
		changed: 'Cambiado',
		all: 'Qué ha cambiado',
		read: 'Marcar como leído',
	},
	onThisDay: {
		heading: 'Tal día como hoy',
		standfirst:
			'Los hechos por día del año. Solo están aquí aquellos cuyo día exacto se conoce, o el día en que empezaron; los demás no tienen un día que vuelva.',
		calendar: 'Como calendario que se repite cada año',
		months: 'Meses',
		none: 'De ningún hecho se conoce el día.',
		began: (date) => `Empezó este día: ${date}`,
	},
	media: {
		heading: 'Imágenes y documentos',
		transcript: 'Lo que dice, en palabras',
		open: {
			document: (size) => `Abrir el PDF (${size})`,
			audio: (size) => `Descargar la grabación (${size})`,
		},
	},
	data: DATA,
	quality: {
		heading: 'Con qué fuentes se cuenta',
		standfirst:
			'Calculado de nuevo en cada edición a partir de los mismos archivos que las páginas. Un texto que escribió una agencia y reprodujeron muchos medios cuenta una vez, a nombre de la agencia.',
		which: 'Cuáles',
		shares: {
			corroborated: 'Párrafos que se apoyan en dos o más medios independientes entre sí',
			onePublisher: 'Hechos que se apoyan en un solo medio',
			oneSource: 'Hechos que se apoyan en una sola fuente',
			withoutAddress: 'Fuentes cuya dirección en su medio no se conoce',
			secondHand: 'Fuentes leídas solo en una reproducción o un resumen',
		},
		of: (count, all) => (all === 0 ? 'de 0' : `de ${all} (${Math.round((100 * count) / all)} %)`),
		oldest: 'Más tiempo sin añadirse, actualizarse ni corregirse',
		avoided: (words) =>
			`Usos, fuera de citas, ${words === 1 ? 'de la palabra que' : `de las ${words} palabras que`} este sitio evita`,
	},
	organizations: {
		heading: 'Organizaciones',
		standfirst: 'Oficinas públicas, tribunales, empresas y grupos que intervienen en los hechos.',
		publishers: 'Los medios y editores están en la página de fuentes',
		events: 'Hechos',
		all: 'Todas las organizaciones',
		wrote: (number) => `Escribió ${plural(number, 'fuente', 'fuentes')} de este sitio`,
		kinds: {
			government: 'Gobierno',
			court: 'Tribunal',
			'law-enforcement': 'Fuerzas de seguridad',
			legislature: 'Poder legislativo',
			party: 'Partido',
			association: 'Asociación',
			company: 'Empresa',
			publisher: 'Editor',
			research: 'Investigación',
			media: 'Medio de comunicación',
			other: 'Otra',
		},
	},
	search: {
		heading: 'Buscar',
		standfirst: 'Hechos, personas, organizaciones, declaraciones, páginas y fuentes.',
		label: 'Palabras que buscar',
		shortcut: 'Desde cualquier página, Ctrl+K o ⌘K lleva aquí.',
		needsScript:
			'La búsqueda necesita JavaScript, que está desactivado o aún se está cargando. Las listas de abajo lo tienen todo.',
		results: 'Resultados',
		rest: 'Mostrar el resto',
		lists: 'Todo, en orden',
		live: {
			hint: 'Un nombre, un lugar o lo que pasó: lo mejor es una palabra o dos.',
			found: '{} resultados, primero los más ajustados',
			one: 'Un resultado',
			nothing:
				'No se encontró nada. Con menos palabras se encuentra más; revise la ortografía, o mire en las listas de abajo.',
			failed: 'No se pudo cargar el índice. Inténtelo más tarde o mire en las listas de abajo.',
			kinds: {
				event: 'Hecho',
				person: 'Persona',
				organization: 'Organización',
				claim: 'Declaración',
				page: 'Página',
				source: 'Fuente',
			},
		},
	},
	footer: {
		licence: 'El texto puede reutilizarse según',
		corrections: 'Avisar de un error',
		noTracking: 'Sin cookies, sin rastreadores y sin nada cargado de otro lugar.',
	},
	offline: {
		heading: 'Leer sin conexión',
		standfirst: 'Cómo leer este sitio sin red, y qué se guarda para ello.',
		browser: 'En este navegador',
		storesAll:
			'Después de la primera visita, este navegador guarda el sitio entero: todas las páginas, sus datos, programas, estilos y tipos de letra. Sin red, cada página se abre como siempre.',
		storesRead:
			'Este sitio es grande, así que el navegador guarda las páginas que usted lee y algunas vecinas. Para tener todas las páginas sin red, guarde el sitio para leerlo sin conexión.',
		languages: 'Las páginas en otro idioma se guardan en cuanto abra una de ellas.',
		updates:
			'Una edición nueva se descarga entera antes de que se le avise, y usted decide cuándo pasar a ella. No se envía nada a ninguna parte, ni se guarda nada sobre lo que usted lee más allá de las propias páginas.',
		size: 'Tamaño',
		pages: 'Páginas',
		needsScript: 'Para guardar hace falta JavaScript, que está desactivado o aún se está cargando.',
		save: 'Guardar para leer sin conexión',
		cancel: 'Cancelar',
		remove: 'Quitar de este dispositivo',
		progress: 'Guardando para leer sin conexión',
		disk: 'Desde un disco o una memoria',
		diskHow:
			'El sitio entero funciona también como carpeta en un disco, sin red ni servidor: abra con doble clic el archivo index.html que hay en ella.',
		diskSame:
			'El gráfico, los filtros, los enlaces y las notas funcionan allí igual que aquí. Los enlaces a las fuentes necesitan red.',
		states: {
			disk: 'Está leyendo una copia en un disco. Está completa; no hace falta guardar nada.',
			unsupported:
				'Aquí este navegador no guarda sitios para leerlos sin conexión. Puede deberse a una ventana privada o a una dirección sin https.',
			off: 'En este dispositivo no hay nada guardado de este sitio.',
			storing: 'El sitio se está guardando. Mientras tanto puede seguir leyendo.',
			ready: 'Listo: el sitio entero está guardado en este dispositivo.',
			part: 'Una parte del sitio está guardada en este dispositivo.',
			newer:
				'Listo, y junto a esta edición hay guardada otra más reciente. Elija Recargar para pasar a ella.',
			saving: 'Guardando el sitio en este dispositivo…',
			stopped: 'Detenido. Se conserva lo guardado hasta ahora.',
			full: 'En este dispositivo no hay espacio para el sitio entero. Las páginas se pueden leer en línea como antes.',
			failed:
				'No se pudo guardar el sitio: se cortó la conexión o el servidor no respondió como debía. Inténtelo más tarde.',
		},
	},
	notFound: {
		title: 'Página no encontrada',
		text: 'No hay ninguna página en esta dirección. Los hechos nunca cambian la suya, así que puede estar cortada o mal escrita.',
		home: 'Ir a la cronología',
		unreached:
			'Esta página no está guardada en este dispositivo y no hay conexión con la red. Inténtelo cuando la haya.',
	},
	editions: {
		heading: 'Copias para conservar',
		copyHeading: 'Esto es una copia',
		checksums: 'todas las sumas de comprobación en un archivo, para sha256sum -c.',
		online: 'El sitio mismo, con lo añadido o corregido desde entonces, está en',
		events: 'Los hechos completos',
		notes: 'Fuentes de este hecho',
		chart: 'Todos los hechos en el orden de sus días',
		contents: 'Índice',
		accessibleWithPictures:
			'Texto con títulos, índice y notas enlazadas; cada imagen se describe con palabras.',
		accessibility: 'Texto con títulos, índice y notas enlazadas; sin imágenes, sonido ni movimiento.',
		stamp: (day, hash) => `Edición del ${day} (${hash}).`,
		kinds: {
			zip: {
				name: 'El sitio entero',
				about: 'Descomprímalo y abra index.html con doble clic. Todas las páginas funcionan sin red.',
			},
			html: {
				name: 'Todo en una página',
				about:
					'Un archivo para cualquier navegador: el gráfico, la lista con sus filtros y todos los hechos completos.',
			},
			epub: {
				name: 'Para lectores de libros electrónicos',
				about: 'Un capítulo por año, con índice y notas que se abren en su sitio.',
			},
			pdf: {
				name: 'Para imprimir',
				about: 'Páginas A4: el gráfico en dos páginas enfrentadas y cada hecho con sus notas numeradas.',
			},
		},
	},
};
