export const help = {
  button: 'Help',
  panel: 'Help with this page',
  stepByStep: 'Show me step by step',
  allStories: 'All step-by-step pages',
  hide: 'Hide help',
  topic: {
    wall: {
      title: 'Your patterns',
      text: 'All your patterns hang here. Press one to see what is known of it. Tick the corners of several, and a bar shows what you can do.',
    },
    look: {
      title: 'Looking closely',
      text: 'This is one pattern, as large as you like. The green dot is where the needle starts, the red square where it ends. Press Play to watch the path.',
    },
    bringIn: {
      title: 'Bringing patterns in',
      text: 'Choose a folder, files or a shop’s ZIP. You see what was found before anything is added. Your own files stay where they are.',
    },
    arrivals: {
      title: 'New arrivals',
      text: 'New patterns from the folder you watch wait here. Look at them when you like. Nothing is added until you say so.',
    },
    doubles: {
      title: 'Patterns that look alike',
      text: 'Two patterns with the same line stand side by side, and one on the other. Say what should become of them. Nothing happens by itself, and Undo takes it back.',
    },
    prepare: {
      title: 'Preparing a pattern',
      text: 'Say how large it should be, turned and stitched. You see it before and after, to one scale. What you keep is a version: the pattern itself stays as it came.',
    },
    plan: {
      title: 'Planning a quilt',
      text: 'Type the size of the quilt and how the rows lie. The picture and the figures follow at once. Nothing is made before you press “Make the files”.',
    },
    send: {
      title: 'Sending to a machine',
      text: 'Say once which machine you have. Bobbin writes the files and checks each one. Pause or stop when you like, and go on later. Wait for “You can pull it out now”.',
    },
    collections: {
      title: 'Collections',
      text: 'A collection holds patterns for one quilt, a season or a customer. One pattern can be in many. If you delete a collection, its patterns stay.',
    },
    order: {
      title: 'Tags and designers',
      text: 'Here you tidy up names. Rename one, or put two together that mean the same. Undo takes it back.',
    },
    tidy: {
      title: 'Tidy up',
      text: 'Here are patterns that you might want to put right. Press what fits, or leave them as they are. Undo takes anything back.',
    },
    trash: {
      title: 'The trash',
      text: 'What you throw away waits here for 30 days. Choose patterns and press “Put back”. They go back to their tags and collections.',
    },
    settings: {
      title: 'Settings',
      text: 'Make the letters larger, the window darker or the lines stronger. Everything changes at once. Nothing here can harm your patterns.',
    },
    machines: {
      title: 'Your machines',
      text: 'Each machine has rules for names, files and sizes. Change what you know better, and put it back when you like. After sending, say what the machine took: Bobbin then chooses better.',
    },
    safety: {
      title: 'Is everything safe?',
      text: 'Your patterns are saved on this computer. A computer can break or be lost. Back them up, and a second copy is kept far away by itself. Offline is no trouble: Bobbin goes on when the internet is back.',
    },
  },
} as const

export const howTo = {
  title: 'Step by step',
  choose: 'What would you like to do? Each page fits on one sheet of paper.',
  print: 'Print this page',
  allPages: 'All pages',
  zip: {
    title: 'Bring in a ZIP from a shop',
    hint: 'You bought patterns, and the shop sent you a ZIP file.',
    first: 'Save the ZIP on your computer. You do not need to open it.',
    second: 'In Bobbin press “Bring in patterns” and choose the ZIP. Or drop it on the window.',
    third: 'Look at what was found. Untick what you do not want.',
    fourth: 'Press “Add”. You may keep working while the patterns come in.',
    fifth: 'Press “Show them”. Bobbin has its own copy now, so the ZIP may go.',
  },
  find: {
    title: 'Find a pattern',
    hint: 'You remember a little of it. That is enough.',
    first: 'Press the long box at the top. Type a name, a tag, a designer or a word from your notes.',
    second: 'Too many? Press a kind above the pictures, such as “Border”.',
    third: 'Press a picture. What is known of it stands beside the wall.',
    fourth: 'Press “Look closely” to see it large and watch it being stitched.',
  },
  stick: {
    title: 'Put patterns on a stick',
    hint: 'Your machine reads them from there.',
    first: 'Choose the patterns. For several, tick the box in the corner of each picture.',
    second: 'Press “Send to a machine” and say which machine you have. Bobbin remembers it.',
    third: 'Put the stick into the computer. Its name and its free room appear.',
    fourth: 'Press “Send”. Every file is written, then read back and compared.',
    fifth: 'Wait for “You can pull it out now”. Then pull it out.',
  },
  back: {
    title: 'Take something back',
    hint: 'Nothing is lost by a wrong press.',
    first: 'Press “Undo” at the top. It says what it will take back. Press again for the step before.',
    second: 'Was it days ago? Press “Trash” at the left. All you threw away waits there for 30 days.',
    third: 'Choose the patterns you want to have again.',
    fourth: 'Press “Put back”. They return to their tags and collections.',
  },
  backup: {
    title: 'Back up, and get everything back',
    hint: 'A second copy of everything, made by itself while you work.',
    first: 'Press “Back up…” at the bottom left, then “Sign in to back up”.',
    second: 'Type your e-mail address. Bobbin sends you a mail with a code. There is no password.',
    third: 'Type the code. Large or small letters are both right.',
    fourth: 'Keep working. At the bottom left you read “Backed up” and the time.',
    fifth: 'On a new computer do the same with the same address. All your patterns come by themselves.',
  },
  computer: {
    title: 'Move to a new computer with a stick',
    hint: 'Without a backup: take all your patterns with you, with names, tags and notes.',
    first: 'On the old computer press “Only on this computer” at the bottom left.',
    second: 'Press “Save all my patterns to a folder” and choose a stick or a disk. Wait for the number of patterns.',
    third: 'Put Bobbin on the new computer and open it. Plug the stick or disk in.',
    fourth: 'Press “Open my saved library” and choose the folder.',
    fifth: 'Press “Add”. Your patterns come back with their names, tags, designers and notes.',
  },
  sheet: {
    title: 'Print a contact sheet',
    hint: 'A page of pictures to hang on the wall or to show to a customer.',
    first: 'Choose the patterns that should be on it.',
    second:
      'Press Control and P, or find “Print a contact sheet” in “Find anything”. Choose how large the pictures are.',
    third: 'Look at the page, then print it.',
    fourth: 'Hang it up. Each picture has its name and its size beneath.',
  },
} as const
