import django.contrib.postgres.constraints
import django.db.models.deletion
import vermilion.registry.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0002_initial'),
        ('documents', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Book',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('incoming', 'incoming documents')], max_length=10)),
                ('turnover', models.CharField(choices=[('year', 'every calendar year'), ('term', 'every term of the committee')], default='year', max_length=5)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='books', to='directory.body')),
            ],
        ),
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('opens_on', models.DateField()),
                ('closes_on', models.DateField(null=True)),
                ('last', models.PositiveIntegerField(default=0)),
                ('book', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='series', to='registry.book')),
            ],
            options={
                'verbose_name_plural': 'series',
            },
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('arrived_on', models.DateField()),
                ('channel', models.CharField(choices=[('paper', 'on paper'), ('electronic', 'electronically')], max_length=10)),
                ('registered_at', models.DateTimeField()),
                ('registrar', models.CharField(max_length=100)),
                ('registrar_post', models.CharField(max_length=120)),
                ('symbol_key', models.CharField(blank=True, max_length=60)),
                ('issuer_key', models.CharField(max_length=200)),
                ('dated_in', models.PositiveSmallIntegerField(null=True)),
                ('second_copy_reason', models.CharField(blank=True, max_length=300)),
                ('struck_out', models.BooleanField(default=False)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.body')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='documents.document')),
                ('laid_before', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.appointment')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='registry.series')),
            ],
            options={
                'verbose_name_plural': 'entries',
            },
        ),
        migrations.CreateModel(
            name='Striking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=500)),
                ('by', models.CharField(max_length=100)),
                ('by_post', models.CharField(max_length=120)),
                ('at', models.DateTimeField()),
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='striking', to='registry.entry')),
            ],
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('opens_on', models.DateField()),
                ('closes_on', models.DateField(blank=True, null=True)),
                ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='terms', to='directory.body')),
            ],
        ),
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recipient', models.CharField(max_length=200)),
                ('reference', models.CharField(max_length=40)),
                ('at', models.DateTimeField()),
                ('received_at', models.DateTimeField(null=True)),
                ('received_by', models.CharField(blank=True, max_length=100)),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='transfers', to='registry.entry')),
            ],
            options={
                'ordering': ['id'],
            },
        ),
        migrations.AddConstraint(
            model_name='book',
            constraint=models.UniqueConstraint(fields=('body', 'kind'), name='a_body_keeps_one_book_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='series',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('book', '='), (vermilion.registry.models._Days(models.F('opens_on'), models.F('closes_on')), '&&')], name='a_book_has_one_series_on_a_day'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['body', '-id'], name='entry_newest'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['document'], name='entry_document'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(fields=('series', 'number'), name='a_number_is_used_once'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='numbers_start_at_one'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.UniqueConstraint(condition=models.Q(models.Q(('symbol_key', ''), _negated=True), ('second_copy_reason', ''), ('struck_out', False)), fields=('body', 'symbol_key', 'issuer_key', 'dated_in'), name='a_document_is_entered_once', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='term',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('body', '='), (vermilion.registry.models._Days(models.F('opens_on'), models.F('closes_on')), '&&')], name='a_body_has_one_term_on_a_day'),
        ),
        migrations.AddConstraint(
            model_name='transfer',
            constraint=models.UniqueConstraint(fields=('entry', 'reference'), name='a_share_is_handed_on_once'),
        ),
    ]
